import type { OrderFact } from './facts/index.ts';
import type { LineQuantities } from './order-status.ts';

type Named = readonly { readonly lineId: string; readonly quantity: number }[];
type Step = (before: LineQuantities, quantity: number) => LineQuantities;

/** A line as it was placed; all of it in the customer's hands already where the order was complete then. */
export const placedQuantities = (ordered: number, complete: boolean): LineQuantities => ({
  ordered,
  cancelled: 0,
  allocated: 0,
  backordered: 0,
  fulfilled: complete ? ordered : 0,
  delivered: complete ? ordered : 0,
  returned: 0,
});

/** Open and held nowhere: waiting to be sourced, or backordered. */
export const unallocatedOf = ({ ordered, cancelled, fulfilled, allocated }: LineQuantities): number =>
  ordered - cancelled - fulfilled - allocated;

/** Only what is open and held nowhere can be waiting for stock. */
const stillWaiting = (q: LineQuantities): LineQuantities => ({
  ...q,
  backordered: Math.min(q.backordered, unallocatedOf(q)),
});

const allocate: Step = (q, n) => stillWaiting({ ...q, allocated: q.allocated + n });
const giveUp: Step = (q, n) => ({ ...q, allocated: q.allocated - n });
const wait: Step = (q, n) => ({ ...q, backordered: q.backordered + n });
const cancel: Step = (q, n) => stillWaiting({ ...q, cancelled: q.cancelled + n });
const ship: Step = (q, n) => ({ ...q, allocated: q.allocated - n, fulfilled: q.fulfilled + n });
const deliver: Step = (q, n) => ({ ...q, delivered: q.delivered + n });
const handOver: Step = (q, n) => deliver(ship(q, n), n);
const takeBack: Step = (q, n) => ({ ...q, returned: q.returned + n });

const stepsOf = (fact: OrderFact): readonly (readonly [Named, Step])[] => {
  switch (fact.type) {
    case 'tributary.order.allocated.v1':
      return [[fact.data.fulfilments.flatMap(({ lines }) => lines), allocate]];
    case 'tributary.order.allocation-lost.v1':
    case 'tributary.order.fulfilment-shorted.v1':
      return [[fact.data.lines, giveUp]];
    case 'tributary.order.backordered.v1':
      return [[fact.data.lines, wait]];
    case 'tributary.order.rejected.v1':
    case 'tributary.order.cancelled.v1':
      return [
        [fact.data.release, giveUp],
        [fact.data.lines, cancel],
      ];
    case 'tributary.order.shipped.v1':
      return [[fact.data.lines, ship]];
    case 'tributary.order.handed-over.v1':
      return [[fact.data.lines, handOver]];
    case 'tributary.order.delivered.v1':
      return [[fact.data.lines, deliver]];
    case 'tributary.order.returned.v1':
      return [[fact.data.lines, takeBack]];
    default:
      return [];
  }
};

/**
 * The lines of an order after a fact: the one rule by which every service that knows an order knows
 * how much of each line is where.
 */
export const changeQuantities = <L extends { readonly lineId: string }>(
  lines: readonly L[],
  fact: OrderFact,
  of: (line: L) => LineQuantities,
  to: (line: L, quantities: LineQuantities) => L,
): readonly L[] =>
  stepsOf(fact).reduce<readonly L[]>((current, [named, step]) => {
    const byLine = new Map<string, number>();
    for (const { lineId, quantity } of named) byLine.set(lineId, (byLine.get(lineId) ?? 0) + quantity);
    return current.map((line) => {
      const quantity = byLine.get(line.lineId);
      return quantity === undefined ? line : to(line, step(of(line), quantity));
    });
  }, lines);
