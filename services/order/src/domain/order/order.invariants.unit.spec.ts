import { type InboundInput, type InboundTypeName, facts } from '@tributary/contracts';
import {
  fulfilmentOf,
  noon,
  orderId,
  quantitiesOf,
  quantityFaults,
  skuOf,
  toldOfOrder,
} from '@tributary/testing';
import fc from 'fast-check';
import { loseAllocation, meetShortage, takeUpAllocation } from './allocation/allocate.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from './order.ts';
import { fulfilmentStages } from './fulfilment/fulfilments.ts';
import { type ReportedFact, receiveFact, resumeRest, withResumed } from './receive-fact.ts';

type Decide = (order: Order) => readonly OrderEvent[];

const told = <T extends InboundTypeName>(type: T, data: InboundInput<T>, messageId: string): Decide => {
  const fact = toldOfOrder(type, data, { messageId, imported: true }) as ReportedFact;
  return (order) => receiveFact(fact, order);
};
const answered =
  (decide: (order: Captured) => OrderEvent[]): Decide =>
  (order) => {
    const events = order.stage === 'captured' ? decide(order) : [];
    return withResumed(events, order);
  };

const lineId = fc.constantFrom('1', '2', '3');
const quantity = fc.integer({ min: 1, max: 6 });
const amount = fc.integer({ min: 0, max: 900 });
const line = fc.record({ lineId, quantity });
const lines = fc.array(line, { minLength: 1, maxLength: 4 });
const part = fc.constantFrom('A', 'B', 'C');
const fulfilmentId = fc.constantFrom('S1-leeds', 'S1-york', 'P1-hull', 'S2-bath');
const units = fc.dictionary(lineId, quantity, { minKeys: 1 });
const messageId = fc.uuid();

const message = <T extends InboundTypeName>(
  type: T,
  data: fc.Arbitrary<InboundInput<T>>,
): fc.Arbitrary<Decide> => fc.tuple(data, messageId).map(([one, id]) => told(type, one, id));
const ofFulfilment = fc.record({ orderId: fc.constant(orderId), fulfilmentId });
const withLines = fc.record(
  { orderId: fc.constant(orderId), fulfilmentId, lines },
  { requiredKeys: ['orderId', 'fulfilmentId'] },
);

const captured: fc.Arbitrary<Decide> = message(
  'tributary.order.captured.v1',
  fc
    .record({
      ordered: fc.tuple(quantity, quantity, quantity),
      amount,
      reject: fc.boolean(),
      done: fc.boolean(),
    })
    .map(({ ordered, amount: paid, reject, done }) => ({
      channel: 'web',
      number: '100',
      currency: 'EUR',
      ...(done && { completedAt: noon }),
      whenShort: reject ? ('reject' as const) : ('backorder' as const),
      lines: ordered.map((units, index) => ({
        lineId: `${index + 1}`,
        sku: skuOf(`${index + 1}`),
        quantity: units,
        unitPrice: '1.00',
      })),
      payments: [{ paymentId: 'A', method: 'card', amount: paid, status: 'captured' as const }],
    })),
);

/** Anything any system might tell or answer, true or not, at any moment. */
const anything: fc.Arbitrary<Decide> = fc.oneof(
  message(
    'tributary.order.cancel-requested.v1',
    fc.record({ orderId: fc.constant(orderId), lines }, { requiredKeys: ['orderId'] }),
  ),
  message(
    'tributary.payment.authorised.v1',
    fc.record({ orderId: fc.constant(orderId), paymentId: part, amount }),
  ),
  message(
    'tributary.payment.captured.v1',
    fc.record({ orderId: fc.constant(orderId), paymentId: part, amount }),
  ),
  message('tributary.payment.voided.v1', fc.record({ orderId: fc.constant(orderId), paymentId: part })),
  message('tributary.payment.expired.v1', fc.record({ orderId: fc.constant(orderId), paymentId: part })),
  message(
    'tributary.refund.issued.v1',
    fc.record(
      { orderId: fc.constant(orderId), refundId: part, amount, paymentId: part },
      { requiredKeys: ['orderId', 'refundId', 'amount'] },
    ),
  ),
  message('tributary.refund.failed.v1', fc.record({ orderId: fc.constant(orderId), refundId: part })),
  message('tributary.fulfilment.accepted.v1', ofFulfilment),
  message('tributary.fulfilment.picked.v1', withLines),
  message('tributary.fulfilment.packed.v1', ofFulfilment),
  message('tributary.pickup.ready.v1', ofFulfilment),
  message('tributary.pickup.handed-over.v1', withLines),
  message(
    'tributary.fulfilment.shorted.v1',
    fc.tuple(fulfilmentId, lines).map(([id, short]) => ({
      orderId,
      fulfilmentId: id,
      lines: short.map((one) => ({ ...one, reason: 'damaged' as const })),
    })),
  ),
  message(
    'tributary.shipment.dispatched.v1',
    fc.tuple(withLines, part).map(([shipped, shipmentId]) => ({ ...shipped, shipmentId })),
  ),
  message('tributary.shipment.delivered.v1', fc.record({ orderId: fc.constant(orderId), shipmentId: part })),
  message(
    'tributary.return.received.v1',
    fc.tuple(part, lines, fc.nat({ max: 20 }), fc.boolean()).map(([returnId, back, refund, named]) => ({
      returnId,
      orderId,
      currency: 'EUR',
      lines: back.map(({ lineId: id, quantity: units }) => ({
        ...(named && { lineId: id }),
        sku: skuOf(id),
        quantity: units,
        refund,
      })),
    })),
  ),
  fc.tuple(fulfilmentId, units, fulfilmentId, units).map(([a, inA, b, inB]) => {
    const fulfilments = [fulfilmentOf(a, inA), ...(a === b ? [] : [fulfilmentOf(b, inB)])];
    return answered((order) => {
      // A fulfilment's name is given once; what comes under a name known already is a repeat, which the store drops.
      const fresh = fulfilments.filter((one) => !order.fulfilments.has(one.fulfilmentId));
      return takeUpAllocation({ decisionId: 'd', attempt: 1, fulfilments: fresh }, order);
    });
  }),
  units.map((short) => {
    const missing = quantitiesOf(short).map((one) => ({ ...one, reason: 'none' }));
    return answered((order) => meetShortage({ decisionId: 'd', lines: missing }, order));
  }),
  fc
    .tuple(fulfilmentId, line)
    .map(([id, one]) =>
      answered((order) => loseAllocation({ fulfilmentId: id, ...one, reason: 'sold' }, order)),
    ),
);

const stageOf = (order: Order, id: string): number =>
  order.stage === 'captured' ? fulfilmentStages.indexOf(order.fulfilments.get(id)?.stage ?? 'offered') : 0;

/** A queue for stock follows these facts alone: what they say began and ended to wait is what waits more, or less, after them. */
const waitFaults = (before: Order, { type, data }: OrderEvent, after: Order): string[] => {
  if (before.stage !== 'captured' || after.stage !== 'captured') return [];
  const began = type === 'tributary.order.backordered.v1' ? data.lines : [];
  const ended = ('waited' in data && data.waited) || [];
  const unitsOf = (told: typeof began, lineId: string) =>
    told.reduce((sum, one) => sum + (one.lineId === lineId ? one.quantity : 0), 0);
  return after.lines
    .filter(({ lineId, backordered }, index) => {
      const told = unitsOf(began, lineId) - unitsOf(ended, lineId);
      return backordered - before.lines[index]!.backordered !== told;
    })
    .map(({ lineId }) => `${type} does not say what it changes of the wait of line ${lineId}`);
};

/** What is wrong after one fact, in words. */
const faultsOf = (before: Order, event: OrderEvent, after: Order): string[] => {
  const { type, data } = event;
  const unpublished = facts.order[type].safeParse(data).success
    ? []
    : [`${type} does not fit its schema: ${JSON.stringify(data)}`];
  if (after.stage !== 'captured') return unpublished;
  const fulfilments = [...after.fulfilments.values()];
  const held = (id: string) =>
    fulfilments
      .flatMap((one) => one.lines)
      .reduce((sum, one) => sum + (one.lineId === id ? one.quantity : 0), 0);
  const paid = [...after.payments.values()].reduce((sum, payment) => sum + payment.captured, 0);
  return [
    ...unpublished,
    ...waitFaults(before, event, after),
    ...after.lines.flatMap(quantityFaults),
    ...after.lines
      .filter((one) => one.allocated !== held(one.lineId))
      .map((one) => `line ${one.lineId} is not held as it says`),
    ...fulfilments
      .filter((one) => stageOf(after, one.fulfilmentId) < stageOf(before, one.fulfilmentId))
      .map((one) => `${one.fulfilmentId} went back to ${one.stage}`),
    ...(after.refunded > after.captured ? ['refunded > captured'] : []),
    ...[...after.payments]
      .filter(([, payment]) => payment.refunded > payment.captured)
      .map(([id]) => `payment ${id} gives back more than it took`),
    ...(after.captured === paid ? [] : ['captured ≠ payments']),
  ];
};

/** Messages that wait although they could be applied. */
const forgottenIn = (order: Order): OrderEvent[] =>
  order.stage === 'captured'
    ? resumeRest(order).filter(({ type }) => type === 'tributary.order.fact-resumed.v1')
    : [];

describe('Whatever is told of an order, true or not', () => {
  it('quantities-balance, money-balances, waits-balance, monotonic: hold after every single fact, and none waits that could be applied', () => {
    fc.assert(
      fc.property(
        captured,
        fc.array(anything, { maxLength: 40 }),
        fc.nat({ max: 40 }),
        (capture, rest, at) => {
          let order: Order = notCaptured;
          for (const decide of [...rest.slice(0, at), capture, ...rest.slice(at)]) {
            for (const event of decide(order)) {
              const after = evolve(order, event);
              const faults = faultsOf(order, event, after);
              if (faults.length > 0) throw new Error(faults.join('\n'));
              order = after;
            }
            expect(forgottenIn(order)).toEqual([]);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
