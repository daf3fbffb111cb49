import type { FactInput, OrderFact, OrderRow } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { allocatedTo, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import fc from 'fast-check';
import { orderList } from '../order-list/order-list.ts';
import { orderPage } from './evolve-order-page.ts';
import type { OrderPage } from './order-page.ts';
import { queuesOf } from './page-queues.ts';

const time = '2026-03-02T12:00:00.000Z';
const history = { imported: true } as const;

const pageAfter = (facts: readonly OrderFact[], metadata: object = {}): OrderPage =>
  facts
    .map(({ type, data }, index): RecordedEvent => ({
      id: `event ${index}`,
      type,
      time,
      data,
      metadata: { source: 'tributary/order', ...metadata },
      position: index,
      stream: `order-${orderId}`,
      version: index,
      recordedTime: time,
    }))
    .reduce<OrderPage | undefined>((page, event) => orderPage.evolve(page, event), undefined)!;
const rowOf = (page: OrderPage) => orderPage.also!(page, orderId)[0]!.document as OrderRow;
const queuesAfter = (...facts: readonly OrderFact[]) => queuesOf(pageAfter(facts));

const about = <T extends OrderFact['type']>(
  type: T,
  data: Omit<FactInput<'order', T>, 'orderId'>,
): OrderFact => orderFact(type, { orderId, ...data } as never);
const authorised = (paymentId: string, amount: number) =>
  about('tributary.order.payment-authorised.v1', { paymentId, amount, method: 'card' });
const captured = (paymentId: string, amount: number) =>
  about('tributary.order.payment-captured.v1', { paymentId, amount });
const expired = (paymentId: string) => about('tributary.order.payment-expired.v1', { paymentId });
const voided = (paymentId: string) => about('tributary.order.payment-voided.v1', { paymentId });
const lines = (units: number) => quantitiesOf({ 1: units });
const backordered = about('tributary.order.backordered.v1', {
  decisionId: 'd',
  lines: lines(2),
  reason: 'none',
});
const shipped = (units: number) =>
  about('tributary.order.shipped.v1', {
    fulfilmentId: 'S1-leeds',
    location: 'leeds' as never,
    shipmentId: 'X1',
    lines: lines(units),
  });
const cancelled = (units: number) =>
  about('tributary.order.cancelled.v1', { lines: lines(units), release: [] });

const paid = placedWith({ 1: 5 }, { captured: 500 });
const unpaid = placedWith({ 1: 5 });

describe('An order that goes its way', () => {
  it('stands in no queue', () => {
    expect(queuesAfter(paid, allocatedTo({ 'S1-leeds': { 1: 5 } }), shipped(5))).toEqual([]);
    const page = pageAfter([paid]);
    expect(page).not.toHaveProperty('queues');
    expect(rowOf(page)).not.toHaveProperty('queues');
  });
});

describe('The queue of held orders', () => {
  const held = about('tributary.order.held.v1', { reason: 'fraud', since: time });

  it('is left with the last hold', () => {
    const released = about('tributary.order.hold-released.v1', { reason: 'fraud', upTo: time });
    expect(queuesAfter(paid, held)).toEqual(['held']);
    expect(queuesAfter(paid, held, released)).toEqual([]);
  });

  it('holds none of which nothing is left to be served', () => {
    expect(queuesAfter(paid, held, cancelled(5))).toEqual(['refund']);
  });
});

describe('The queue of short orders', () => {
  it('holds what waits for stock, until it is to be had or cancelled', () => {
    const page = pageAfter([paid, backordered]);
    expect(page.queues).toEqual(['short']);
    expect(rowOf(page).short).toEqual({ backordered: 2, undecided: 0 });
    expect(queuesAfter(paid, backordered, allocatedTo({ 'S1-leeds': { 1: 5 } }))).toEqual([]);
    expect(queuesAfter(paid, allocatedTo({ 'S1-leeds': { 1: 3 } }), backordered, cancelled(2))).toEqual([
      'refund',
    ]);
  });

  it('holds what went missing at a pickup, until somebody decided', () => {
    const short = about('tributary.order.fulfilment-shorted.v1', {
      fulfilmentId: 'P1-york',
      location: 'york' as never,
      method: 'pickup',
      lines: lines(1).map((line) => ({ ...line, reason: 'not found' })),
      attempt: 2,
    } as never);
    const page = pageAfter([paid, allocatedTo({ 'P1-york': { 1: 5 } }), short]);
    expect(page.queues).toEqual(['short']);
    expect(rowOf(page).short).toEqual({ backordered: 0, undecided: 1 });
  });
});

describe('The queue of unpaid orders', () => {
  it('holds what no payment took or set aside, and says how much that is', () => {
    const page = pageAfter([unpaid, captured('A', 100), authorised('B', 150)]);
    expect([page.queues, page.money.uncovered]).toEqual([['unpaid'], 250]);
    expect(rowOf(page).uncovered).toBe(250);
  });

  it('is left once payments cover it, set aside or taken', () => {
    expect(queuesAfter(unpaid, authorised('A', 500))).toEqual([]);
    expect(queuesAfter(unpaid, authorised('A', 500), captured('A', 200))).toEqual([]);
    expect(pageAfter([paid]).money).not.toHaveProperty('uncovered');
  });

  it('is left when nothing of the order stands', () => {
    expect(queuesAfter(unpaid, cancelled(5))).toEqual([]);
  });

  it('does not hold history that is over: who told of it settled it', () => {
    const over = { ...unpaid, data: { ...unpaid.data, completedAt: time } } as OrderFact;
    expect(pageAfter([over], history)).not.toHaveProperty('queues');
    expect(pageAfter([over]).queues).toEqual(['unpaid']);
    expect(pageAfter([unpaid], history).queues).toEqual(['unpaid']);
  });
});

describe('The queue of refunds that are due', () => {
  const taken = captured('A', 500);

  it('holds what was cancelled after it was paid, until it is given back', () => {
    const page = pageAfter([unpaid, taken, cancelled(2)]);
    expect([page.queues, page.money.owed, rowOf(page).refundDue]).toEqual([['refund'], -200, 200]);
    const given = about('tributary.order.refunded.v1', { refundId: 'R1', paymentId: 'A', amount: 200 });
    expect(queuesAfter(unpaid, taken, cancelled(2), given)).toEqual([]);
  });

  it('does not hold who was given more than was owed', () => {
    const gift = about('tributary.order.refunded.v1', { refundId: 'R1', paymentId: 'A', amount: 10 });
    expect(queuesAfter(unpaid, taken, gift)).toEqual([]);
  });
});

describe('The queue of expired authorisations', () => {
  const allocated = allocatedTo({ 'S1-leeds': { 1: 5 } });

  it.each([expired, voided])('holds what is still to leave and is covered no longer', (ended) => {
    expect(queuesAfter(unpaid, authorised('A', 500), ended('A'))).toEqual(['unpaid', 'expired']);
  });

  it('holds the rest of an order of which a part was sent and taken, whichever is told first', () => {
    const told = [captured('A', 300), expired('A')];
    for (const facts of [told, told.toReversed()]) {
      const page = pageAfter([unpaid, authorised('A', 500), allocated, shipped(3), ...facts]);
      expect([page.queues, page.money.uncovered]).toEqual([['unpaid', 'expired'], 200]);
      expect(page.payments).toMatchObject([{ status: 'captured', amount: 300, ended: 'expired' }]);
    }
  });

  it('is left with another payment', () => {
    expect(queuesAfter(unpaid, authorised('A', 500), expired('A'), authorised('B', 500))).toEqual([]);
  });

  it('does not hold what has left: that is owed, and nothing keeps it here', () => {
    expect(queuesAfter(unpaid, authorised('A', 500), allocated, shipped(5), expired('A'))).toEqual([
      'unpaid',
    ]);
  });
});

describe('The queues of an order', () => {
  it('are all of which it has a reason, in their order', () => {
    const proposed = about('tributary.order.change-proposed.v1', {
      proposalId: 'CP-1',
      asked: { changes: [{ kind: 'note', note: 'Ring twice.' }] },
      because: [],
      difference: 0,
    });
    const parked = about('tributary.order.fact-parked.v1', {
      messageId: 'm1',
      messageType: 'tributary.shipment.delivered.v1',
      occurredAt: time,
      waitsFor: 'shipment',
      data: {},
    });
    const held = about('tributary.order.held.v1', { reason: 'fraud', since: time });
    const all = pageAfter([unpaid, authorised('A', 500), expired('A'), backordered, proposed, parked, held]);
    const queues = ['held', 'short', 'unpaid', 'expired', 'proposals', 'waiting'];
    expect(all.queues).toEqual(queues);
    expect(orderList.many!['queue']!.of(rowOf(all))).toEqual(queues);
  });

  it('are the same in whatever order payments, holds and shortages were recorded', () => {
    const story = [
      captured('A', 200),
      captured('A', 100),
      expired('A'),
      voided('A'),
      captured('B', 150),
      expired('C'),
      about('tributary.order.refunded.v1', { refundId: 'R1', paymentId: 'A', amount: 50 }),
      about('tributary.order.held.v1', { reason: 'fraud', since: time }),
      backordered,
      cancelled(1),
    ];
    const begun = [unpaid, authorised('A', 400), authorised('B', 150), authorised('C', 100)];
    fc.assert(
      fc.property(fc.subarray(story), fc.gen(), (facts, g) => {
        const { length } = facts;
        const shuffled = g(fc.shuffledSubarray, facts, { minLength: length, maxLength: length });
        expect(queuesAfter(...begun, ...shuffled)).toEqual(queuesAfter(...begun, ...facts));
      }),
      { numRuns: 500 },
    );
  });
});
