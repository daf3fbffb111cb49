import type { OrderFact } from '@tributary/contracts';
import { Map as ImmutableMap, OrderedMap, Set as ImmutableSet } from 'immutable';
import type { Changes, OrderEvent } from './order-event.ts';

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
  readonly waiting: Waiters;
}

export interface Waiters {
  /** In the order they came to wait: one keeps its place when it comes to wait for something else. */
  readonly byMessage: OrderedMap<string, Waiter>;
  /** Ids of the messages, by what may help them: however many wait, a fact looks at those alone that it may concern. */
  readonly byNeed: ImmutableMap<string, ImmutableSet<string>>;
  /** How many have ever come to wait. */
  readonly places: number;
}

export interface Waiter {
  readonly fact: WaitingFact;
  /** Its place among all that ever waited. */
  readonly place: number;
}

export const noneWaits: Waiters = { byMessage: OrderedMap(), byNeed: ImmutableMap(), places: 0 };

/** In the order they came to wait. */
export const waitingFacts = ({ waiting }: Waiting): readonly WaitingFact[] =>
  [...waiting.byMessage.values()].map(({ fact }) => fact);

export const inTurn = (waiters: readonly Waiter[]): readonly Waiter[] =>
  waiters.toSorted((one, other) => one.place - other.place);

/** Those that wait for what these facts may have brought. */
export const waitersOn = (waiting: Waiting, events: readonly OrderEvent[]): readonly Waiter[] =>
  [...new Set(events.flatMap(needsMetBy))].flatMap((need) => waitersFor(waiting, need));

/** Those that wait for an order to be captured: where it is, they need not any more. */
export const waitersForCapture = (waiting: Waiting): readonly Waiter[] => waitersFor(waiting, 'capture');

const waitersFor = ({ waiting: { byMessage, byNeed } }: Waiting, need: string): readonly Waiter[] =>
  [...(byNeed.get(need) ?? [])].map((messageId) => byMessage.get(messageId)!);

/** Recorded events say "parked" for what waits here; the word stays theirs, as stored events never change. */
export const waitingChanges = {
  'tributary.order.fact-parked.v1': ({ waiting }, { data: { orderId: _, waitedFor: __, ...fact } }) => {
    const { places, byMessage } = waiting;
    const known = byMessage.get(fact.messageId);
    const byNeed = known ? withoutNeeds(waiting.byNeed, known) : waiting.byNeed;
    const waiter = { fact, place: known?.place ?? places };
    return {
      waiting: {
        byMessage: byMessage.set(fact.messageId, waiter),
        byNeed: withNeeds(byNeed, waiter),
        places: known ? places : places + 1,
      },
    };
  },
  'tributary.order.fact-resumed.v1': ({ waiting }, { data }) => {
    const known = waiting.byMessage.get(data.messageId);
    if (!known) return {};
    const byMessage = waiting.byMessage.remove(data.messageId);
    return { waiting: { ...waiting, byMessage, byNeed: withoutNeeds(waiting.byNeed, known) } };
  },
} satisfies Changes<Waiting>;

const withNeeds = (byNeed: Waiters['byNeed'], { fact }: Waiter): Waiters['byNeed'] =>
  needsOf(fact).reduce(
    (current, need) => current.update(need, ImmutableSet(), (ids) => ids.add(fact.messageId)),
    byNeed,
  );

const withoutNeeds = (byNeed: Waiters['byNeed'], { fact }: Waiter): Waiters['byNeed'] =>
  needsOf(fact).reduce((current, need) => {
    const left = current.get(need, ImmutableSet<string>()).remove(fact.messageId);
    return left.isEmpty() ? current.remove(need) : current.set(need, left);
  }, byNeed);

const allocationOf = ({ fulfilmentId }: { readonly fulfilmentId: string }) => `allocation ${fulfilmentId}`;
const shipmentOf = ({ shipmentId }: { readonly shipmentId: string }) => `shipment ${shipmentId}`;
const refundOf = ({ refundId }: { readonly refundId: string }) => `refund ${refundId}`;
const returnOf = ({ returnId }: { readonly returnId: string }) => `return ${returnId}`;

type Ids = Readonly<Record<'fulfilmentId' | 'shipmentId' | 'refundId' | 'returnId', string>>;

/**
 * What may end the wait of a message: that comes what it waits for, of the fulfilment or shipment that it
 * names, or that the refund or return it tells of is told by another.
 */
const needsOf = ({ waitsFor, messageType, data }: WaitingFact): readonly string[] => {
  const ids = data as Ids;
  switch (waitsFor) {
    case 'allocation':
      return [allocationOf(ids)];
    case 'shipment':
      return [shipmentOf(ids)];
    case 'capture':
      return [waitsFor];
    case 'fulfilment':
      return [waitsFor, returnOf(ids)];
    case 'payment':
      return [waitsFor, messageType === 'tributary.refund.issued.v1' ? refundOf(ids) : returnOf(ids)];
    default:
      return waitsFor satisfies never;
  }
};

/** The needs that a fact may meet. Goods that are cancelled need not leave before others come back. */
const needsMetBy = (event: OrderEvent): readonly string[] => {
  switch (event.type) {
    case 'tributary.order.allocated.v1':
      return event.data.fulfilments.map(allocationOf);
    case 'tributary.order.allocation-declined.v1':
      return event.data.release.map(allocationOf);
    case 'tributary.order.fulfilment-reported.v1':
      return [allocationOf(event.data)];
    case 'tributary.order.shipped.v1':
      return [shipmentOf(event.data), 'fulfilment'];
    case 'tributary.order.handed-over.v1':
    case 'tributary.order.history-completed.v1':
    case 'tributary.order.cancelled.v1':
    case 'tributary.order.rejected.v1':
      return ['fulfilment'];
    case 'tributary.order.payment-captured.v1':
      return ['payment'];
    case 'tributary.order.refunded.v1':
      return [refundOf(event.data)];
    case 'tributary.order.returned.v1':
      return [returnOf(event.data)];
    default:
      return [];
  }
};
