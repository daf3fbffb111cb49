import { useState } from 'react';
import { newKey } from '../api/newKey.ts';
import type { Order } from '../api/order.ts';
import { problemOf } from '../api/problem.ts';
import { type AskedToReceive, type ReturnAnswer, receiveReturn } from '../api/take-back.ts';
import { type Draft, draftFor, draftForSerial, emptyDraft, isTooMuch, lacking, receiving } from './draft.ts';
import { useOnce } from '../api/useOnce.ts';
import { t } from '../words/words.ts';

/**
 * The draft that taking an order's goods back begins with: the return that is named, where it is expected, or
 * the unit of the serial number that is.
 */
const firstDraft = (order: Order, named: string | undefined): Draft => {
  if (named === undefined) return emptyDraft;
  const { expectedReturns = [] } = order;
  const wanted = named.toLowerCase();
  const expected = expectedReturns.find(({ returnId }) => returnId.toLowerCase() === wanted);
  return expected ? draftFor(expected) : (draftForSerial(order, named) ?? emptyDraft);
};

const tooMuch = t('More is entered than can still come back.');

/**
 * A draft of what comes back, and its way to the platform. What nobody announced has one name as long as the
 * form is open: goods whose answer was lost are refused when they are sent again otherwise than they were.
 */
export const useTakeBack = (
  order: Order,
  store: string | null,
  named: string | undefined,
  done: (answer: ReturnAnswer) => void,
) => {
  const [draft, setDraft] = useState(() => firstDraft(order, named));
  const [unannounced] = useState(() => `desk-${newKey().slice(0, 10)}`);
  const send = useOnce(
    order.orderId,
    ({ returnId, asked }: { readonly returnId: string; readonly asked: AskedToReceive }, key) =>
      receiveReturn(order.orderId, returnId, asked, key),
  );
  // It may be taken back already, and the order tell so: it is asked again as it was.
  const isToRepeat = send.isError && problemOf(send.error).retryable;
  const lacks =
    lacking(draft) ??
    (!isToRepeat && isTooMuch(order, draft) ? tooMuch : undefined) ??
    (store === null ? t('Choose the store where they are.') : undefined);
  return {
    draft,
    change: (next: (now: Draft) => Draft) => {
      send.reset();
      setDraft(next);
    },
    lacks,
    isToRepeat,
    isPending: send.isPending,
    error: send.error,
    take: () => {
      if (lacks !== undefined || store === null) return;
      const returnId = draft.returnId ?? unannounced;
      send.mutate({ returnId, asked: receiving(draft, store) }, { onSuccess: done });
    },
  };
};
