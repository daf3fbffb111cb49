import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { agreeOn, orderIsShown, placeOrder } from '../api/placing.ts';
import { problemOf } from '../api/problem.ts';
import { type Draft, emptyDraft, isTouched } from './draft.ts';
import { type Asked, type Place, type Reason, askedOf, lackingOf, reasonsOf } from './placing.ts';
import { forgetDraft, storeDraft, storedDraft } from './stored.ts';
import { t } from '../words/words.ts';

/** What became of an order: whether what was agreed otherwise was done, or waits for a supervisor. */
export interface Placed {
  readonly orderId: string;
  readonly agreed: 'nothing' | 'made' | 'waits';
}

/** The order is placed at its listed prices, and what was agreed otherwise was not done. */
export class NotAgreed extends Error {
  override readonly name = 'NotAgreed';
  readonly orderId: string;
  constructor(orderId: string, cause: unknown) {
    super(t('What was agreed was not done.'), { cause });
    this.orderId = orderId;
  }
}

const place = async ({ order, changes }: Asked, key: string): Promise<Placed> => {
  const { orderId } = await placeOrder(order, key);
  // Looked for, and not awaited for ever: the order's page asks for itself.
  await orderIsShown(orderId).catch(() => undefined);
  if (changes.length === 0) return { orderId, agreed: 'nothing' };
  try {
    const { proposals = [] } = await agreeOn(orderId, changes, `${key}-agreed`);
    return { orderId, agreed: proposals.length > 0 ? 'waits' : 'made' };
  } catch (error) {
    throw new NotAgreed(orderId, error);
  }
};

const byPlace = (reasons: readonly Reason[]): ReadonlyMap<Place, readonly string[]> =>
  new Map(
    Object.entries(Object.groupBy(reasons, ({ at }) => at)).map(([at, found = []]) => [
      at as Place,
      found.map(({ reason }) => reason),
    ]),
  );

/** What was entered, kept over a reload of the page. */
const useStoredDraft = () => {
  const [draft, setDraft] = useState<Draft>(() => storedDraft() ?? emptyDraft());
  const put = (next: Draft) => {
    setDraft(next);
    storeDraft(next);
  };
  return {
    draft,
    put,
    restart: () => {
      setDraft(emptyDraft());
      forgetDraft();
    },
  };
};

/**
 * An order while it is taken, and its way to the platform: under one name until it is placed, so that one whose
 * answer was lost is placed once.
 * @param done told what became of it; nothing of it is kept by then
 */
export const useNewOrder = (done: (placed: Placed) => void) => {
  const { draft, put, restart } = useStoredDraft();
  const [isAsked, setAsked] = useState(false);
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (asked: Asked) => place(asked, draft.key),
    onSuccess: () => {
      forgetDraft();
      return client.invalidateQueries({ queryKey: ['orders'] });
    },
  });
  const lacking = lackingOf(draft);
  const faults = send.error === null ? [] : (problemOf(send.error).errors ?? []);
  return {
    draft,
    change: (next: (draft: Draft) => Draft) => {
      send.reset();
      put(next(draft));
    },
    /** It is placed, or on its way: what else is entered would be of another order. */
    isClosed: send.isPending || send.error instanceof NotAgreed,
    isTouched: isTouched(draft),
    reasons: byPlace([...(isAsked ? lacking : []), ...reasonsOf(draft, faults)]),
    isLacking: isAsked && lacking.length > 0,
    error: send.error,
    isPending: send.isPending,
    restart: () => {
      send.reset();
      setAsked(false);
      restart();
    },
    place: () => {
      setAsked(true);
      if (lacking.length > 0) return;
      send.mutate(askedOf(draft), { onSuccess: done });
    },
  };
};

export type NewOrder = ReturnType<typeof useNewOrder>;
