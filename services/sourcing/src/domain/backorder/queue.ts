import type { OrderFact, OrderId, Sku, SourcingFact } from '@tributary/contracts';
import { OrderedMap } from 'immutable';

/** Who waits for a SKU, in the stream `backorders-<sku>`. */
export interface BackorderQueue {
  /** By order and line, in the order they came to wait. */
  readonly lines: OrderedMap<string, WaitingLine>;
  /** Whether anybody ever waited. */
  readonly opened: boolean;
}

/** A line's units; less than none for a moment, when what ends a wait is told before what began it. */
export interface WaitingLine {
  readonly orderId: OrderId;
  readonly lineId: string;
  readonly quantity: number;
  /** When its order was placed, UTC ISO 8601. */
  readonly since: string;
}

export interface WaitingOrder {
  readonly orderId: OrderId;
  readonly since: string;
  readonly lines: readonly { readonly lineId: string; readonly sku: Sku; readonly quantity: number }[];
}

export type BackorderFact = Extract<SourcingFact, { type: `tributary.backorder.${string}` }> & {
  readonly time?: string;
};

type Queued = Extract<BackorderFact, { type: 'tributary.backorder.queued.v1' }>;
type Left = Extract<BackorderFact, { type: 'tributary.backorder.left.v1' }>;

export const nobodyWaits: BackorderQueue = { lines: OrderedMap(), opened: false };

export const streamOf = (sku: string): string => `backorders-${sku}`;

/** Names every SKU that was ever waited for, so that all queues can be found. */
export const queuesStream = 'backorder-queues';

/** Sums, so that the queue is the same whichever is told first. */
export const evolve = (queue: BackorderQueue, fact: BackorderFact): BackorderQueue => {
  switch (fact.type) {
    case 'tributary.backorder.queued.v1':
      return changed(queue, fact.data, fact.data.quantity, fact.data.since);
    case 'tributary.backorder.left.v1':
      return changed(queue, fact.data, -fact.data.quantity, '');
    case 'tributary.backorder.opened.v1':
      return queue;
    default:
      return fact satisfies never;
  }
};

const changed = (
  { lines }: BackorderQueue,
  { orderId, lineId }: { readonly orderId: OrderId; readonly lineId: string },
  units: number,
  since: string,
): BackorderQueue => {
  const key = `${orderId}\n${lineId}`;
  const before = lines.get(key);
  const quantity = (before?.quantity ?? 0) + units;
  const line = { orderId, lineId, quantity, since: since || before?.since || '' };
  return { lines: quantity === 0 ? lines.delete(key) : lines.set(key, line), opened: true };
};

/** An order's lines wait for stock, since the order was placed. */
export const queuedBy = (
  { orderId, lines }: Extract<OrderFact, { type: 'tributary.order.backordered.v1' }>['data'],
  since: string,
): Queued[] =>
  lines.map(({ lineId, sku, quantity }) => ({
    type: 'tributary.backorder.queued.v1',
    data: { sku, orderId, lineId, quantity, since },
  }));

/** Facts of an order that can end a wait. Goods that left unexpectedly serve whoever waited for them. */
export type Leaving = Extract<
  OrderFact,
  {
    type: `tributary.order.${'allocated' | 'shipped' | 'handed-over' | 'cancelled' | 'rejected' | 'pickup-decided' | 'changed'}.v1`;
  }
>;

/** What of an order no longer waits; the order says how much of what it took up or gave up had waited. */
export const leftBy = (fact: Leaving): Left[] =>
  (fact.data.waited ?? []).map(({ lineId, sku, quantity }) => ({
    type: 'tributary.backorder.left.v1',
    data: { sku, orderId: fact.data.orderId, lineId, quantity, reason: reasonOf(fact.type) },
  }));

const reasonOf = (type: Leaving['type']): Left['data']['reason'] => {
  switch (type) {
    case 'tributary.order.allocated.v1':
    case 'tributary.order.shipped.v1':
    case 'tributary.order.handed-over.v1':
      return 'served';
    case 'tributary.order.cancelled.v1':
      return 'cancelled';
    case 'tributary.order.rejected.v1':
      return 'rejected';
    case 'tributary.order.pickup-decided.v1':
      return 'sourced-anew';
    case 'tributary.order.changed.v1':
      return 'changed';
    default:
      return type satisfies never;
  }
};

/** Whether an order is served before another: the one that was promised first. */
export const isBefore = (
  a: Pick<WaitingOrder, 'since' | 'orderId'>,
  b: Pick<WaitingOrder, 'since' | 'orderId'>,
): boolean => (a.since === b.since ? a.orderId < b.orderId : a.since < b.since);

/** The orders that wait for the SKU, oldest promise first. */
export const inTurn = (sku: Sku, { lines }: BackorderQueue): readonly WaitingOrder[] => {
  const waiting = [...lines.values()].filter(({ quantity }) => quantity > 0);
  return [...Map.groupBy(waiting, ({ orderId }) => orderId)]
    .map(([orderId, own]) => ({
      orderId,
      since: own[0]!.since,
      lines: own.map(({ lineId, quantity }) => ({ lineId, sku, quantity })),
    }))
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
};
