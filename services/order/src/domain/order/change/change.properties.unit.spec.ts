import { ChangeOrder, type OrderChange, dueOfLine } from '@tributary/contracts';
import { fulfilmentOf, orderId, placedWith, quantitiesOf, toldOfOrder } from '@tributary/testing';
import fc from 'fast-check';
import { meetShortage, takeUpAllocation } from '../allocation/allocate.ts';
import { cancel } from '../lines/cancel.ts';
import { type Line, openQuantity, unallocated } from '../lines/lines.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';
import { planChange } from './change.ts';
import { dueNow } from './due.ts';
import { changePreview } from './preview.ts';

const lineId = fc.constantFrom('1', '2', '3', '4');
const units = fc.integer({ min: 0, max: 9 });
const price = fc.integer({ min: 0, max: 3_000 }).map((cents) => (cents / 1_000).toFixed(3));
const oneChange: fc.Arbitrary<OrderChange> = fc.oneof(
  fc.record({ kind: fc.constant('set-quantity' as const), lineId, quantity: units }),
  fc.record({
    kind: fc.constant('set-price' as const),
    lineId,
    unitPrice: price,
    reason: fc.constant('agreed'),
  }),
  lineId.map((id) => ({
    kind: 'add-line' as const,
    line: { lineId: id, sku: `SKU-${id}` as never, quantity: 2, unitPrice: '1.00' },
  })),
  lineId.map((id) => ({
    kind: 'set-method' as const,
    lineId: id,
    method: 'pickup' as const,
    pickupAt: 'york' as never,
  })),
  fc.integer({ min: -200, max: 200 }).map((amount) => ({
    kind: 'add-charge' as const,
    charge: { code: 'voucher', amount },
  })),
);

type Step = (order: Captured) => readonly OrderEvent[];
const changes = fc.array(oneChange, { minLength: 1, maxLength: 4 });
const change: fc.Arbitrary<Step> = changes.map((some) => (order) => {
  const { event } = planChange(ChangeOrder.parse({ changes: some }), order);
  return event ? [event] : [];
});
const openOf = ({ lines }: Captured) => lines.find((line) => unallocated(line) > 0);
/** Sourcing answers, goods leave, others cancel: what goes on around changes. */
const others: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  (order) => {
    const line = openOf(order);
    if (!line) return [];
    const attempt = order.rev;
    return takeUpAllocation(
      {
        decisionId: `${orderId}/${attempt}`,
        attempt,
        fulfilments: [fulfilmentOf(`S${attempt}-leeds`, { [line.lineId]: unallocated(line) })],
      },
      order,
    );
  },
  (order) => {
    const line = openOf(order);
    const short = line && [{ ...quantitiesOf({ [line.lineId]: unallocated(line) })[0]!, reason: 'none' }];
    return short ? meetShortage({ decisionId: 'd', lines: short }, order) : [];
  },
  (order) => {
    const [fulfilmentId] = order.fulfilments.findEntry(({ lines }) => lines.length > 0) ?? [];
    return fulfilmentId === undefined
      ? []
      : receiveFact(
          toldOfOrder('tributary.shipment.dispatched.v1', {
            orderId,
            fulfilmentId,
            shipmentId: `SH${order.rev}`,
          }),
          order,
        );
  },
  (order) => {
    const [fulfilmentId] = order.fulfilments.findEntry(({ lines }) => lines.length > 0) ?? [];
    return fulfilmentId === undefined
      ? []
      : receiveFact(toldOfOrder('tributary.fulfilment.picked.v1', { orderId, fulfilmentId }), order);
  },
  (order) => {
    const reading = cancel({ lines: [{ lineId: '1', quantity: 1 }] }, order);
    return reading.kind === 'applied' ? reading.events : [];
  },
);
const story = fc.array(fc.oneof(change, others), { maxLength: 14, size: 'max' });

const faultOf = (line: Line, held: number): string | undefined => {
  const { amount: _, ...quantities } = line;
  if (Object.values(quantities).some((value) => typeof value === 'number' && value < 0)) return 'negative';
  if (openQuantity(line) < 0) return 'more gone than ordered';
  if (unallocated(line) < line.backordered) return 'more waits than is open';
  return line.allocated === held ? undefined : 'not held as allocated';
};
const heldOf = ({ fulfilments }: Captured, id: string): number =>
  [...fulfilments.values()]
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === id)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** Tells the story, and looks at the order before and after every step. */
const tell = (
  steps: readonly Step[],
  look: (before: Captured, events: readonly OrderEvent[], after: Captured) => void,
) => {
  let order = evolve(notCaptured, placedWith({ 1: 4, 2: 3 })) as Captured;
  for (const step of steps) {
    const before = order;
    const events = step(before);
    order = events.reduce<Order>(evolve, before) as Captured;
    look(before, events, order);
  }
};

describe('Changes of an order, whatever happens around them', () => {
  it('quantities-balance: keep every unit in one place', () => {
    fc.assert(
      fc.property(story, (steps) => {
        tell(steps, (_, __, order) => {
          const faults = order.lines.map((line) => faultOf(line, heldOf(order, line.lineId)));
          expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
        });
      }),
    );
  });

  it('money-balances: what is due moves by what each says, and unnamed lines keep theirs to the minor unit', () => {
    const dueOf = ({ lines }: Captured) =>
      new Map(lines.map((line) => [line.lineId, dueOfLine({ amount: line.amount, quantities: line })]));
    fc.assert(
      fc.property(story, (steps) => {
        tell(steps, (before, events, order) => {
          for (const event of events) {
            if (event.type !== 'tributary.order.changed.v1') continue;
            const { lines, cancelled, difference, total } = event.data;
            expect(dueNow(order) - dueNow(before)).toBe(difference);
            expect(order.placement.total).toBe(total);
            const named = new Set<string>([...lines, ...cancelled].map(({ lineId: id }) => id));
            for (const [id, due] of dueOf(before)) if (!named.has(id)) expect(dueOf(order).get(id)).toBe(due);
          }
        });
      }),
    );
  });

  it('send to be sourced what nothing holds of what is more or goes another way, and nothing else', () => {
    fc.assert(
      fc.property(story, (steps) => {
        tell(steps, (before, events, order) => {
          const [event] = events;
          if (event?.type !== 'tributary.order.changed.v1') return;
          const sourced = event.data.toSource.reduce((sum, { quantity }) => sum + quantity, 0);
          const freeOf = ({ lines }: Captured) =>
            lines.reduce((sum, line) => sum + unallocated(line) - line.backordered, 0);
          expect(freeOf(order)).toBeLessThanOrEqual(Math.max(freeOf(before), 0) + sourced);
          expect(sourced).toBeLessThanOrEqual(
            order.lines.reduce((sum, line) => sum + unallocated(line) - line.backordered, 0),
          );
        });
      }),
    );
  });

  it('do what their preview said', () => {
    fc.assert(
      fc.property(story, changes, (steps, some) => {
        let order = evolve(notCaptured, placedWith({ 1: 4, 2: 3 })) as Captured;
        for (const step of steps) order = step(order).reduce<Order>(evolve, order) as Captured;
        const asked = ChangeOrder.parse({ changes: some });
        const { due, blocked, lines } = changePreview(asked, order);
        const { event } = planChange(asked, order);
        const after = event ? (evolve(order, event) as Captured) : order;
        expect(due).toEqual({ before: dueNow(order), after: dueNow(after) });
        if (blocked.length > 0) expect(event).toBeUndefined();
        for (const { lineId: id, quantity } of lines) {
          const line = after.lines.find((one) => one.lineId === id)!;
          expect(line.ordered - line.cancelled).toBe(quantity.after);
        }
      }),
    );
  });
});
