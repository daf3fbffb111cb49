import type { OrderId, OrderPlaced } from '@tributary/contracts';
import { type SourcingOutcome, outcomeChanges, placedOutcome } from './allocation/outcome.ts';
import { type Fulfilments, fulfilmentChanges, placedFulfilments } from './fulfilment/fulfilments.ts';
import { type Holds, holdChanges, placedHolds } from './hold/holds.ts';
import { type Proposals, noProposals, proposalChanges } from './change/proposals.ts';
import { type Charges, chargeChanges, placedCharges } from './lines/charges.ts';
import { type Delivery, deliveryChanges, placedDelivery } from './lines/delivery.ts';
import { type PutBack, nothingAsked, putBackChanges } from './lines/asked.ts';
import { type Lines, changedLines, placedLines } from './lines/lines.ts';
import { type Placement, placementChanges, placementOf } from './number.ts';
import { type Changes, type OrderEvent, changed } from './order-event.ts';
import { changedForReturns } from './payment/owed.ts';
import { type Payments, paymentChanges, placedPayments } from './payment/payments.ts';
import { type RefundRequests, noRequests, requestChanges } from './payment/requests.ts';
import { type BroughtBack, takenBackChanges } from './receipt/taken-back.ts';
import { type Gone, goneChanges, placedGone } from './return/gone.ts';
import { type Returns, noReturns, returnChanges } from './return/returns.ts';
import { type Waiting, noneWaits, waitingChanges } from './waiting.ts';
import { type Withdrawals, noWithdrawals, withdrawalChanges } from './withdrawal/withdrawals.ts';

export type { OrderEvent } from './order-event.ts';

/**
 * An order as its facts tell it. Before its capture only facts that wait for it are known, or what came
 * back on a receipt that sold nothing.
 */
export type Order = NotCaptured | Captured;

export interface NotCaptured extends Waiting, BroughtBack, Versioned {
  readonly stage: 'not-captured';
}

interface Versioned {
  /** How many facts it follows from: the version of its stream. */
  readonly rev: number;
}

interface Identity {
  readonly orderId: OrderId;
  readonly kind: OrderPlaced['kind'];
  /** ISO 4217; all its amounts are in this currency. */
  readonly currency: OrderPlaced['currency'];
  readonly placement: Placement;
}

/** Each room keeps its own part; no two parts name a field alike. */
export interface Captured
  extends
    Identity,
    Versioned,
    Lines,
    Delivery,
    Holds,
    SourcingOutcome,
    Fulfilments,
    Payments,
    RefundRequests,
    Returns,
    Gone,
    Withdrawals,
    Charges,
    Proposals,
    PutBack,
    Waiting,
    BroughtBack {
  readonly stage: 'captured';
}

export const notCaptured: NotCaptured = { stage: 'not-captured', rev: 0, waiting: noneWaits };

export const streamOf = (orderId: string): string => `order-${orderId}`;
/** Undefined for a stream that is not an order's. */
export const orderIdOfStream = (stream: string): string | undefined =>
  stream.startsWith('order-') ? stream.slice('order-'.length) : undefined;

export const evolve = (order: Order, event: OrderEvent): Order => ({
  ...evolved(order, event),
  rev: order.rev + 1,
});

const evolved = (order: Order, event: OrderEvent): Order => {
  if (order.stage === 'captured') return evolveCaptured(order, event);
  return event.type === 'tributary.order.placed.v2'
    ? placed(event, order)
    : changed<NotCaptured>(order, { ...waitingChanges, ...takenBackChanges }, event);
};

type Placing = Extract<OrderEvent, { readonly type: 'tributary.order.placed.v2' }>;

const placed = ({ data, time }: Placing, { waiting, takenBack, rev }: NotCaptured): Captured => ({
  stage: 'captured',
  rev,
  orderId: data.orderId,
  kind: data.kind,
  currency: data.currency,
  placement: placementOf(data),
  ...placedLines(data),
  ...placedDelivery(data),
  ...placedHolds(data),
  ...placedOutcome(data),
  ...placedFulfilments(data),
  ...placedPayments(data, time),
  ...noRequests,
  ...noReturns,
  ...placedGone(data),
  ...noWithdrawals,
  ...placedCharges(data),
  ...noProposals,
  ...nothingAsked,
  ...(takenBack && { takenBack }),
  waiting,
});

/** Facts that change no more than the quantities of lines. */
const noMore = (): Partial<Captured> => ({});
const unchanged = {
  'tributary.order.placed.v2': noMore,
  'tributary.order.backordered.v1': noMore,
  'tributary.order.fact-ignored.v1': noMore,
  'tributary.order.tracked.v1': noMore,
  'tributary.order.cancel-asked.v1': noMore,
  'tributary.order.cancel-declined.v1': noMore,
  'tributary.order.payment-failed.v1': noMore,
} satisfies Changes<Captured>;

const rooms = [
  placementChanges,
  deliveryChanges,
  holdChanges,
  outcomeChanges,
  fulfilmentChanges,
  paymentChanges,
  requestChanges,
  returnChanges,
  goneChanges,
  withdrawalChanges,
  chargeChanges,
  proposalChanges,
  waitingChanges,
  takenBackChanges,
  unchanged,
] satisfies readonly Changes<Captured>[];

type KeyOf<T> = T extends unknown ? keyof T : never;
/** Facts some room speaks of: handing over one that none does is an error of the compiler. */
type SpokenOf = Extract<OrderEvent, { readonly type: KeyOf<(typeof rooms)[number]> }>;

const evolveCaptured = (order: Captured, event: SpokenOf): Captured => {
  const { lines } = changedLines(order, event);
  return rooms.reduce<Captured>((current, changes: Changes<Captured>) => changed(current, changes, event), {
    ...order,
    lines,
    ...putBackChanges(order, event),
    ...changedForReturns(order, lines, event),
  });
};
