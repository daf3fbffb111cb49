import type { InboundInput, InboundTypeName } from '@tributary/contracts';
import { orderId, toldOfOrder } from '@tributary/testing';
import fc from 'fast-check';
import { type Order, evolve, notCaptured } from '../order.ts';
import { type ReportedFact, receiveFact } from '../receive-fact.ts';
import { waitingFacts } from '../waiting.ts';
import { authorisedOf } from './payments.ts';

const told = <T extends InboundTypeName>(type: T, data: InboundInput<T>, occurredAt: string) =>
  toldOfOrder(type, data, { occurredAt }) as ReportedFact;
const hourOf = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

const paymentId = fc.constantFrom('P0', 'P1', 'P2');
const amount = fc.integer({ min: 1, max: 3 }).map((hundreds) => hundreds * 100);
const hour = fc.integer({ min: 8, max: 11 });

const placing = told(
  'tributary.order.captured.v1',
  {
    channel: 'web',
    number: '100',
    currency: 'EUR',
    lines: [{ lineId: '1', sku: 'LAMP', quantity: 1, unitPrice: '20.00' }],
    payments: [
      { paymentId: 'P0', method: 'card', amount: 200, status: 'captured' },
      { paymentId: 'P1', method: 'card', amount: 300, status: 'authorised' },
    ],
  },
  hourOf(7),
);

const authorisations = fc
  .array(fc.tuple(paymentId, amount, hour), { maxLength: 3 })
  .map((all) =>
    all.map(([id, minor, at]) =>
      told('tributary.payment.authorised.v1', { orderId, paymentId: id, amount: minor }, hourOf(at)),
    ),
  );

/** An id names one capture for good: its payment, amount and time follow from it. */
const captures = fc
  .tuple(
    fc.array(fc.tuple(paymentId, amount, hour), { maxLength: 5 }),
    fc.uniqueArray(fc.tuple(fc.constantFrom('C1', 'C2', 'C3'), paymentId, amount, hour), {
      selector: ([captureId]) => captureId,
    }),
  )
  .map(([unnamed, named]) => [
    ...unnamed.map(([id, minor, at]) =>
      told('tributary.payment.captured.v1', { orderId, paymentId: id, amount: minor }, hourOf(at)),
    ),
    ...named.map(([captureId, id, minor, at]) =>
      told('tributary.payment.captured.v1', { orderId, paymentId: id, captureId, amount: minor }, hourOf(at)),
    ),
  ]);

const ends = fc
  .array(fc.tuple(paymentId, fc.constantFrom('voided' as const, 'expired' as const), hour), { maxLength: 3 })
  .map((all) =>
    all.map(([id, how, at]) => told(`tributary.payment.${how}.v1`, { orderId, paymentId: id }, hourOf(at))),
  );

const ninth = fc.integer({ min: 0, max: 3 });
/** Up to three for each payment, and three that name none. */
const shares = fc.record({
  named: fc.array(fc.tuple(paymentId, ninth), { maxLength: 4 }),
  unnamed: fc.array(ninth, { maxLength: 3 }),
});
type Shares = typeof shares extends fc.Arbitrary<infer S> ? S : never;

/** Ninths of what each payment took, then of what is left in all, so that each refund can be given in the end. */
const refundsOf = ({ each, captured }: Ends, { named, unnamed }: Shares) => {
  const given = new Map<string, number>();
  const refund = (refundId: string, amount: number, paymentId?: string) =>
    told(
      'tributary.refund.issued.v1',
      { orderId, refundId, amount, ...(paymentId && { paymentId }) },
      hourOf(12),
    );
  const byName = named.map(([id, part], index) => {
    const { captured: took = 0 } = each[id] ?? {};
    const amount = Math.min(Math.floor((took * part) / 3), took - (given.get(id) ?? 0));
    given.set(id, (given.get(id) ?? 0) + amount);
    return refund(`N${index}`, amount, id);
  });
  const left = captured - [...given.values()].reduce((sum, amount) => sum + amount, 0);
  return [...byName, ...unnamed.map((part, index) => refund(`R${index}`, Math.floor((left * part) / 9)))];
};

/** Of another order's money, or mistaken. */
const foreign = fc.constantFrom<ReportedFact[]>(
  [],
  [
    told(
      'tributary.payment.captured.v1',
      { orderId, paymentId: 'P1', amount: 900, currency: 'USD' },
      hourOf(8),
    ),
    told('tributary.payment.voided.v1', { orderId, paymentId: 'P2', currency: 'USD' }, hourOf(9)),
    told('tributary.refund.issued.v1', { orderId, refundId: 'R9', amount: 900, currency: 'USD' }, hourOf(9)),
  ],
);

const after = (facts: readonly ReportedFact[]): Order =>
  facts
    .map((fact, index) => ({ ...fact, messageId: `message ${index}` }))
    .reduce<Order>((order, fact) => receiveFact(fact, order).reduce(evolve, order), notCaptured);

type Ends = ReturnType<typeof sumsOf>;
const sumsOf = (order: Order) => {
  if (order.stage !== 'captured') throw new Error('The order was not placed.');
  const { payments, captured, refunded } = order;
  const each = payments
    .map((payment) => ({
      authorised: authorisedOf(payment),
      captured: payment.captured,
      refunded: payment.refunded,
      ended: payment.ended,
    }))
    .toObject();
  return { each, captured, refunded, waiting: waitingFacts(order) };
};

/** What each took makes the sum, and none gives back by name more than it took. */
const faultsOf = ({ each, captured, refunded }: Ends): string[] => {
  const all = Object.entries(each);
  return [
    ...all
      .filter(([, one]) => one.refunded > one.captured)
      .map(([id]) => `${id} gives back more than it took`),
    ...(all.reduce((sum, [, one]) => sum + one.captured, 0) === captured ? [] : ['captured ≠ payments']),
    ...(refunded > captured ? ['refunded > captured'] : []),
  ];
};

describe('The payments of an order', () => {
  it('end in the same sums in any order of arrival, each fact told once or more under other message ids', () => {
    fc.assert(
      fc.property(
        authorisations,
        captures,
        ends,
        shares,
        foreign,
        fc.gen(),
        (authorised, captured, ended, parts, strange, g) => {
          const paid = [placing, ...authorised, ...captured, ...ended, ...strange];
          const facts = [...paid, ...refundsOf(sumsOf(after(paid)), parts)];
          const asItHappened = sumsOf(after(facts));
          const repeats = g(fc.array, fc.constantFrom(...facts), { maxLength: 6 });
          const all = [...facts, ...repeats];
          const shuffled = g(fc.shuffledSubarray, all, { minLength: all.length, maxLength: all.length });
          expect(sumsOf(after(shuffled))).toEqual(asItHappened);
          expect(asItHappened.waiting).toEqual([]);
          expect(faultsOf(asItHappened)).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('give back, after every fact, no more than each and all of them took, also where more is told', () => {
    const tooMuch = fc
      .array(fc.tuple(fc.option(paymentId, { nil: undefined }), amount, hour), { maxLength: 6 })
      .map((all) =>
        all.map(([id, minor, at], index) =>
          told(
            'tributary.refund.issued.v1',
            { orderId, refundId: `R${index}`, amount: minor, ...(id && { paymentId: id }) },
            hourOf(at),
          ),
        ),
      );
    fc.assert(
      fc.property(captures, ends, tooMuch, fc.gen(), (captured, ended, refunds, g) => {
        const facts = [...captured, ...ended, ...refunds];
        const { length } = facts;
        const shuffled = g(fc.shuffledSubarray, facts, { minLength: length, maxLength: length });
        for (const count of [...facts.keys(), length])
          expect(faultsOf(sumsOf(after([placing, ...shuffled.slice(0, count)])))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
