import { useEffect, useRef, useState } from 'react';
import type { OrderSummary } from '../api/orders.ts';
import { t } from '../words/words.ts';

/** A screen reader is told at most this often (milliseconds); a busy shop would drown everything else. */
const quiet = 15_000;

const differing = (before: ReadonlyMap<string, number>, rows: readonly OrderSummary[]): number =>
  rows.filter(({ orderId, rev }) => before.get(orderId) !== rev).length;

/** What changed in a list since it was last said aloud. */
export const useAnnouncement = (rows: readonly OrderSummary[]): string => {
  const said = useRef({ at: 0, revs: new Map<string, number>() });
  const [text, setText] = useState('');
  const fingerprint = rows.map(({ orderId, rev }) => `${orderId}@${rev}`).join();
  useEffect(() => {
    const { at, revs } = said.current;
    if (fingerprint === '' || Date.now() - at < quiet) return;
    const count = differing(revs, rows);
    if (revs.size > 0 && count > 0)
      setText(t('List updated: {count} of {rows} orders are new or changed.', { count, rows: rows.length }));
    said.current = { at: Date.now(), revs: new Map(rows.map(({ orderId, rev }) => [orderId, rev])) };
    // The fingerprint stands for the rows: their array is new on every render.
  }, [fingerprint]);
  return text;
};
