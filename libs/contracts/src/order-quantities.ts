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

/** Only what is open and held nowhere can be waiting, for stock or for somebody's decision. */
const stillWaiting = ({ undecided = 0, ...q }: LineQuantities): LineQuantities => {
  const open = unallocatedOf(q);
  const asked = Math.min(undecided, open);
  return {
    ...q,
    backordered: Math.min(q.backordered, open),
    ...(asked > 0 && { undecided: asked }),
  };
};

const allocate: Step = (q, n) => stillWaiting({ ...q, allocated: q.allocated + n });
const giveUp: Step = (q, n) => ({ ...q, allocated: q.allocated - n });
/** Goods that a customer was to collect are not there: whoever was promised them is asked. */
const ask: Step = (q, n) => ({ ...q, allocated: q.allocated - n, undecided: (q.undecided ?? 0) + n });
const decide: Step = (q, n) => stillWaiting({ ...q, undecided: Math.max(0, (q.undecided ?? 0) - n) });
/** All of the line that waits is sourced anew, in another way. */
const sourceAnew: Step = (q, n) => decide({ ...q, backordered: Math.max(0, q.backordered - n) }, n);
const wait: Step = (q, n) => ({ ...q, backordered: q.backordered + n });
/** So many units of the line were ever ordered. */
const order: Step = (q, n) => ({ ...q, ordered: n });
/** What is missing is cancelled first. */
const cancel: Step = (q, n) => decide({ ...q, cancelled: q.cancelled + n }, n);
/** Units that no fulfilment of this order held any more: still wanted, … */
const leaveWanted: Step = (q, n) => settleReturns(stillWaiting({ ...q, fulfilled: q.fulfilled + n }));
/** … cancelled, which they are no longer, … */
const leaveCancelled: Step = (q, n) =>
  settleReturns({
    ...q,
    cancelled: q.cancelled - n,
    fulfilled: q.fulfilled + n,
    leftThoughCancelled: (q.leftThoughCancelled ?? 0) + n,
  });
/** … or more than was ordered. */
const leaveSurplus: Step = (q, n) => ({ ...q, surplus: (q.surplus ?? 0) + n });
const ship: Step = (q, n) => settleReturns({ ...q, allocated: q.allocated - n, fulfilled: q.fulfilled + n });
const deliver: Step = (q, n) => ({ ...q, delivered: q.delivered + n });
const takeBack: Step = (q, n) => ({ ...q, returned: q.returned + n });
const takeBackBeyond: Step = (q, n) => ({ ...q, returnedBeyond: (q.returnedBeyond ?? 0) + n });

/** Goods that came back before it was told that they left are returned like others once it is. */
const settleReturns = (q: LineQuantities): LineQuantities => {
  const settled = Math.min(q.returnedBeyond ?? 0, q.fulfilled - q.returned);
  if (settled <= 0) return q;
  const { returnedBeyond = 0, ...rest } = q;
  const left = returnedBeyond - settled;
  return { ...rest, returned: q.returned + settled, ...(left > 0 && { returnedBeyond: left }) };
};

type Left = Extract<OrderFact, { type: `tributary.order.${'shipped' | 'handed-over'}.v1` }>['data'];

/** What left: room is made for it first where other fulfilments held it. */
const leavingSteps = ({ lines, beyond = [], release = [] }: Left): readonly (readonly [Named, Step])[] => {
  const countedAs = (as: (typeof beyond)[number]['countsAs']) =>
    beyond.filter(({ countsAs }) => countsAs === as);
  return [
    [release, giveUp],
    [lines, ship],
    [countedAs('wanted'), leaveWanted],
    [countedAs('cancelled'), leaveCancelled],
    [countedAs('surplus'), leaveSurplus],
  ];
};

/** What left is the order's, but for what is beyond it: units of a shipment that can be delivered. */
export const ofTheOrder = ({ lines, beyond = [] }: Pick<Left, 'lines' | 'beyond'>): Left['lines'] =>
  summedByLine([...lines, ...beyond.filter(({ countsAs }) => countsAs !== 'surplus')]);

/** All that left, each line once. */
export const allThatLeft = ({ lines, beyond = [] }: Pick<Left, 'lines' | 'beyond'>): Left['lines'] =>
  summedByLine([...lines, ...beyond]);

const summedByLine = (named: Left['lines']): Left['lines'] =>
  [...Map.groupBy(named, ({ lineId }) => lineId).values()].map((units) => {
    const { lineId, sku } = units[0]!;
    return { lineId, sku, quantity: units.reduce((sum, { quantity }) => sum + quantity, 0) };
  });

const stepsOf = (fact: OrderFact): readonly (readonly [Named, Step])[] => {
  switch (fact.type) {
    case 'tributary.order.allocated.v1':
      return [[fact.data.fulfilments.flatMap(({ lines }) => lines), allocate]];
    case 'tributary.order.allocation-lost.v1':
    case 'tributary.order.fulfilment-shorted.v1':
      return [[fact.data.lines, fact.data.method === 'pickup' ? ask : giveUp]];
    case 'tributary.order.pickup-decided.v1':
      return [[fact.data.lines, fact.data.choice === 'wait' ? decide : sourceAnew]];
    case 'tributary.order.backordered.v1':
      return [[fact.data.lines, wait]];
    case 'tributary.order.rejected.v1':
    case 'tributary.order.cancelled.v1':
      return [
        [fact.data.release, giveUp],
        [fact.data.lines, cancel],
      ];
    case 'tributary.order.changed.v1': {
      const { release, cancelled, lines, anew } = fact.data;
      return [
        [release, giveUp],
        [cancelled, cancel],
        [lines, order],
        [anew, sourceAnew],
      ];
    }
    case 'tributary.order.shipped.v1':
      return leavingSteps(fact.data);
    case 'tributary.order.handed-over.v1':
      return [...leavingSteps(fact.data), [ofTheOrder(fact.data), deliver]];
    case 'tributary.order.delivered.v1':
      return [[fact.data.lines, deliver]];
    case 'tributary.order.returned.v1':
      return [
        [
          fact.data.lines.map((line) => ({ ...line, quantity: line.quantity - (line.beyond ?? 0) })),
          takeBack,
        ],
        [
          fact.data.lines.flatMap((line) => (line.beyond ? [{ ...line, quantity: line.beyond }] : [])),
          takeBackBeyond,
        ],
      ];
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
