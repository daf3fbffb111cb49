import type { OrderFact } from '@tributary/contracts';
import type { Changes } from './order-event.ts';

/** A message that came before what it needs. It is applied as soon as that is there. */
export interface WaitingFact {
  readonly messageId: string;
  readonly messageType: string;
  /** When it happened, UTC ISO 8601. */
  readonly occurredAt: string;
  readonly waitsFor: WaitsFor;
  readonly data: unknown;
}

export type WaitsFor = Extract<OrderFact, { type: 'tributary.order.fact-parked.v1' }>['data']['waitsFor'];

/** Known of an order even before its capture. */
export interface Waiting {
  readonly waiting: readonly WaitingFact[];
}

/** Recorded events say "parked" for what waits here; the word stays theirs, as stored events never change. */
export const waitingChanges = {
  'tributary.order.fact-parked.v1': ({ waiting }, { data }) => ({ waiting: withWaiting(waiting, data) }),
  'tributary.order.fact-resumed.v1': ({ waiting }, { data }) => ({
    waiting: waiting.filter(({ messageId }) => messageId !== data.messageId),
  }),
} satisfies Changes<Waiting>;

/** A fact keeps its place among those that wait when it comes to wait for something else. */
const withWaiting = (waiting: readonly WaitingFact[], fact: WaitingFact): readonly WaitingFact[] =>
  waiting.some(({ messageId }) => messageId === fact.messageId)
    ? waiting.map((one) => (one.messageId === fact.messageId ? fact : one))
    : [...waiting, fact];
