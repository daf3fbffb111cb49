import type { FactInput, OrderFact, OrderRow } from '@tributary/contracts';
import type { EventMetadata, RecordedEvent } from '@tributary/event-store';
import { allocatedTo, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import { orderList } from '../order-list/order-list.ts';
import { orderPage } from './evolve-order-page.ts';
import { type OrderPage, orderPages } from './order-page.ts';

type FactType = OrderFact['type'];
interface Happened {
  readonly fact: OrderFact;
  /** Hour of the day of 2 March 2026. */
  readonly hour?: number;
  readonly metadata?: Partial<EventMetadata>;
}

const hourOf = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

const recorded = ({ fact, hour = 12, metadata }: Happened, index: number): RecordedEvent => ({
  id: `event ${index + 1}`,
  type: fact.type,
  time: hourOf(hour),
  data: fact.data,
  metadata: { source: 'tributary/order', ...metadata },
  position: index + 100,
  stream: `order-${orderId}`,
  version: index + 1,
  recordedTime: hourOf(23),
});

/** What the page shows after these facts. */
const shown = (...facts: readonly (OrderFact | Happened)[]): OrderPage | undefined =>
  facts
    .map((one, index) => recorded('fact' in one ? one : { fact: one }, index))
    .reduce<OrderPage | undefined>((page, event) => orderPage.evolve(page, event), undefined);
const pageAfter = (...facts: readonly (OrderFact | Happened)[]): OrderPage => shown(...facts)!;

const about = <T extends FactType>(type: T, data: Omit<FactInput<'order', T>, 'orderId'>): OrderFact =>
  orderFact(type, { orderId, ...data } as never);
const at = (fulfilmentId: string) => ({
  fulfilmentId,
  location: fulfilmentId.slice(fulfilmentId.indexOf('-') + 1),
});
const shipped = (fulfilmentId: string, shipmentId: string, lines: Record<string, number>) =>
  about('tributary.order.shipped.v1', { ...at(fulfilmentId), shipmentId, lines: quantitiesOf(lines) });
const delivered = (shipmentId: string, lines: Record<string, number>) =>
  about('tributary.order.delivered.v1', { shipmentId, lines: quantitiesOf(lines) });
const tracked = (shipmentId: string, status: string) =>
  about('tributary.order.tracked.v1', { shipmentId, status });
const captured = (paymentId: string, amount: number) =>
  about('tributary.order.payment-captured.v1', { paymentId, amount });
const cancelled = (lines: Record<string, number>, held: Record<string, Record<string, number>> = {}) =>
  about('tributary.order.cancelled.v1', {
    lines: quantitiesOf(lines),
    release: Object.entries(held).flatMap(([id, of]) =>
      quantitiesOf(of).map((line) => ({ ...line, ...at(id) })),
    ),
  });
const returned = (returnId: string, lines: Record<string, number>, refund: number) =>
  about('tributary.order.returned.v1', {
    returnId,
    lines: quantitiesOf(lines).map((line) => ({ ...line, disposition: 'restock' })),
    refund,
  });

const none = { cancelled: 0, allocated: 0, backordered: 0, fulfilled: 0, delivered: 0, returned: 0 };
const quantitiesIn = (page: OrderPage) => page.lines.map(({ quantities }) => quantities);
const fulfilmentIn = (page: OrderPage, id: string) =>
  page.fulfilments.find(({ fulfilmentId }) => fulfilmentId === id)!;
const entryOf = (page: OrderPage): OrderRow => {
  const [write, ...more] = orderPage.also!(page, orderId);
  expect(more).toEqual([]);
  return write!.document as OrderRow;
};

describe('The page of an order', () => {
  it('shows a placed order with its lines, its money and when it was placed', () => {
    expect(
      pageAfter({ fact: placedWith({ 1: 2, 2: 1 }, { captured: 200 }), hour: 9 }),
    ).toStrictEqual<OrderPage>({
      orderId,
      channel: 'web',
      number: '100',
      kind: 'order',
      status: 'placed',
      placedAt: hourOf(9),
      updatedAt: hourOf(9),
      currency: 'EUR',
      money: {
        lines: 300,
        charges: 0,
        total: 300,
        due: 300,
        authorised: 200,
        captured: 200,
        refunded: 0,
        refundedForReturns: 0,
        owed: 100,
        uncovered: 100,
      },
      lines: [
        {
          lineId: '1',
          sku: 'SKU-1',
          quantity: 2,
          unitPrice: '1.00',
          amount: 200,
          method: 'ship',
          quantities: { ...none, ordered: 2 },
        },
        {
          lineId: '2',
          sku: 'SKU-2',
          quantity: 1,
          unitPrice: '1.00',
          amount: 100,
          method: 'ship',
          quantities: { ...none, ordered: 1 },
        },
      ],
      charges: [],
      payments: [{ paymentId: 'P0', method: 'card', amount: 200, status: 'captured', capturedAt: hourOf(9) }],
      fulfilments: [],
      returns: [],
      waiting: [],
      queues: ['unpaid'],
      rev: 1,
    });
  });

  it('does not exist for an order nobody captured', () => {
    expect(shown(captured('A', 100))).toBeUndefined();
  });

  it('knows an order by its own events only', () => {
    const idOf = (type: string, data: object) =>
      orderPage.idOf({ ...recorded({ fact: placedWith({ 1: 1 }) }, 0), type, data });
    expect(idOf('tributary.order.placed.v2', { orderId })).toBe(orderId);
    expect(idOf('tributary.sourcing.decided.v1', { orderId })).toBeUndefined();
    expect(idOf('tributary.return.unmatched.v1', { returnId: 'R1' })).toBeUndefined();
  });

  it('shows which locations hold what once it is allocated', () => {
    const page = pageAfter(
      placedWith({ 1: 5, 2: 1 }),
      allocatedTo({ 'S1-leeds': { 1: 3 }, 'S2-york': { 1: 2 } }),
    );
    expect(page.status).toBe('placed');
    expect(quantitiesIn(page)).toEqual([
      { ...none, ordered: 5, allocated: 5 },
      { ...none, ordered: 1 },
    ]);
    expect(page.fulfilments).toStrictEqual([
      {
        fulfilmentId: 'S1-leeds',
        location: 'leeds',
        method: 'ship',
        status: 'offered',
        lines: [{ lineId: '1', sku: 'SKU-1', quantity: 3 }],
        shipments: [],
        updatedAt: hourOf(12),
      },
      expect.objectContaining({
        fulfilmentId: 'S2-york',
        lines: [{ lineId: '1', sku: 'SKU-1', quantity: 2 }],
      }),
    ]);
    const whole = pageAfter(placedWith({ 1: 5 }), allocatedTo({ 'S1-leeds': { 1: 5 } }));
    expect(whole.status).toBe('allocated');
  });

  it('waits for stock, and stops waiting when stock is found', () => {
    const short = about('tributary.order.backordered.v1', {
      decisionId: 'web.100/1',
      lines: quantitiesOf({ 1: 3 }),
      reason: 'none',
    });
    const waiting = pageAfter(placedWith({ 1: 5 }), allocatedTo({ 'S1-leeds': { 1: 2 } }), short);
    expect([waiting.status, quantitiesIn(waiting)]).toEqual([
      'backordered',
      [{ ...none, ordered: 5, allocated: 2, backordered: 3 }],
    ]);
    const found = pageAfter(
      placedWith({ 1: 5 }),
      allocatedTo({ 'S1-leeds': { 1: 2 } }),
      short,
      allocatedTo({ 'S2-york': { 1: 3 } }, 2),
    );
    expect([found.status, quantitiesIn(found)]).toEqual([
      'allocated',
      [{ ...none, ordered: 5, allocated: 5 }],
    ]);
  });

  it.each([
    [
      'a location that could not find the goods',
      'short',
      about('tributary.order.fulfilment-shorted.v1', {
        ...at('S1-leeds'),
        method: 'ship',
        lines: quantitiesOf({ 1: 3 }).map((line) => ({ ...line, reason: 'not-found' })),
      }),
    ],
    [
      'a reservation that was lost',
      'lost',
      about('tributary.order.allocation-lost.v1', {
        ...at('S1-leeds'),
        lines: quantitiesOf({ 1: 3 }),
        reason: 'sold',
      }),
    ],
    ['a cancellation', 'cancelled', cancelled({ 1: 3 }, { 'S1-leeds': { 1: 3 } })],
  ])('keeps a fulfilment emptied by %s, and says so', (_, status, fact) => {
    const page = pageAfter(
      placedWith({ 1: 3, 2: 1 }),
      allocatedTo({ 'S1-leeds': { 1: 3 }, 'S2-york': { 2: 1 } }),
      fact,
    );
    expect(fulfilmentIn(page, 'S1-leeds')).toMatchObject({ status, lines: [] });
    expect(fulfilmentIn(page, 'S2-york')).toMatchObject({
      status: 'offered',
      lines: [{ lineId: '2', quantity: 1 }],
    });
    expect(quantitiesIn(page)[0]).toEqual({ ...none, ordered: 3, cancelled: status === 'cancelled' ? 3 : 0 });
    const late = [fact, about('tributary.order.fulfilment-picked.v1', { ...at('S1-leeds'), lines: [] })];
    const after = pageAfter(placedWith({ 1: 3 }), allocatedTo({ 'S1-leeds': { 1: 3 } }), ...late);
    expect(fulfilmentIn(after, 'S1-leeds').status).toBe(status);
  });

  it('leaves a fulfilment at its step when it loses only part of its goods', () => {
    const page = pageAfter(
      placedWith({ 1: 3 }),
      allocatedTo({ 'S1-leeds': { 1: 3 } }),
      about('tributary.order.fulfilment-accepted.v1', at('S1-leeds')),
      about('tributary.order.allocation-lost.v1', {
        ...at('S1-leeds'),
        lines: quantitiesOf({ 1: 1 }),
        reason: 'sold',
      }),
    );
    expect(fulfilmentIn(page, 'S1-leeds')).toMatchObject({ status: 'accepted', lines: [{ quantity: 2 }] });
    expect(quantitiesIn(page)).toEqual([{ ...none, ordered: 3, allocated: 2 }]);
  });

  it('shows a rejected order as rejected, with nothing owed', () => {
    const page = pageAfter(
      placedWith({ 1: 2 }, { whenShort: 'reject' }),
      about('tributary.order.rejected.v1', {
        decisionId: 'web.100/1',
        reason: 'out-of-stock',
        lines: quantitiesOf({ 1: 2 }),
        release: [],
      }),
    );
    expect(page).toMatchObject({ status: 'rejected', rejected: true, money: { total: 200, owed: 0 } });
    expect(quantitiesIn(page)).toEqual([{ ...none, ordered: 2, cancelled: 2 }]);
  });

  it('lists a fact that comes to wait for something else once, with what it waits for now', () => {
    const waits = (waitsFor: 'allocation' | 'shipment') => ({
      fact: about('tributary.order.fact-parked.v1', {
        messageId: 'm1',
        messageType: 'tributary.shipment.delivered.v1',
        occurredAt: hourOf(8),
        waitsFor,
        data: {},
      }),
    });
    const { waiting } = pageAfter(placedWith({ 1: 1 }), waits('allocation'), waits('shipment'));
    expect(waiting.map(({ waitsFor }) => waitsFor)).toEqual(['shipment']);
  });

  it('lists facts that came early, until they are taken up', () => {
    const parked = {
      fact: about('tributary.order.fact-parked.v1', {
        messageId: 'm1',
        messageType: 'tributary.shipment.delivered.v1',
        occurredAt: hourOf(8),
        waitsFor: 'shipment',
        data: {},
      }),
    };
    const resumed = about('tributary.order.fact-resumed.v1', {
      messageId: 'm1',
      messageType: 'tributary.shipment.delivered.v1',
    });
    expect(pageAfter(placedWith({ 1: 1 }), parked).waiting).toStrictEqual([
      {
        messageId: 'm1',
        messageType: 'tributary.shipment.delivered.v1',
        waitsFor: 'shipment',
        at: hourOf(8),
        since: hourOf(23),
      },
    ]);
    const row = entryOf(pageAfter(placedWith({ 1: 1 }), parked));
    expect(row.waiting).toEqual({ messages: 1, waitsFor: ['shipment'], since: hourOf(23) });
    expect(orderList.many!['waiting']!.of(row)).toEqual(['true']);
    const after = pageAfter(placedWith({ 1: 1 }), parked, resumed);
    expect(after.waiting).toEqual([]);
    expect(entryOf(after)).not.toHaveProperty('waiting');
  });

  it('shows the address the customer changed to', () => {
    const shipTo = { country: 'GB', city: 'Leeds' };
    const page = pageAfter(
      placedWith({ 1: 1 }),
      about('tributary.order.delivery-address-changed.v1', { shipTo }),
    );
    expect(page.shipTo).toEqual(shipTo);
  });

  it('counts what changes nothing as a revision, and nothing else', () => {
    const before = pageAfter({ fact: placedWith({ 1: 1 }), hour: 9 });
    const after = pageAfter(
      { fact: placedWith({ 1: 1 }), hour: 9 },
      {
        fact: about('tributary.order.fact-ignored.v1', {
          messageId: 'm',
          messageType: 'tributary.order.captured.v1',
          code: 'already-captured',
          reason: 'known',
        }),
        hour: 10,
      },
      {
        fact: about('tributary.order.allocation-declined.v1', {
          decisionId: 'd',
          reason: 'no longer wanted',
          release: [],
        }),
        hour: 8,
      },
    );
    expect(after).toStrictEqual({ ...before, updatedAt: hourOf(10), rev: 3 });
  });

  it('shows imported history and till sales as complete from the start', () => {
    const placed = placedWith({ 1: 2 }, { captured: 200 });
    const done = { ...placed, data: { ...placed.data, completedAt: hourOf(15) } } as OrderFact;
    const page = pageAfter({ fact: done, hour: 9, metadata: { imported: true } });
    expect(page).toMatchObject({ status: 'completed', imported: true, updatedAt: hourOf(15) });
    expect(quantitiesIn(page)).toEqual([{ ...none, ordered: 2, fulfilled: 2, delivered: 2 }]);
    const back = pageAfter(done, returned('R1', { 1: 2 }, 200));
    expect([back.status, back.money.owed]).toEqual(['returned', 0]);
  });

  it('is found by everything a person might type', () => {
    const page = pageAfter(
      placedWith({ 1: 1 }, { captured: 100 }),
      allocatedTo({ 'S1-leeds': { 1: 1 } }),
      about('tributary.order.shipped.v1', {
        ...at('S1-leeds'),
        shipmentId: 'SH-9',
        tracking: 'JJD42',
        lines: quantitiesOf({ 1: 1 }),
        serials: [{ lineId: '1', serials: ['SN-77'] }],
      }),
      returned('R-7', { 1: 1 }, 0),
    );
    const words = orderPages.text!(page).split('\n');
    expect(words).toEqual([orderId, '100', 'SKU-1', 'SN-77', 'P0', 'SH-9', 'JJD42', 'R-7']);
  });
});

describe('Goods on their way, on the page of an order', () => {
  const start = [placedWith({ 1: 5 }), allocatedTo({ 'S1-leeds': { 1: 5 } })];

  it('go out in parcels, each with where it was last seen', () => {
    const page = pageAfter(
      ...start,
      shipped('S1-leeds', 'A', { 1: 2 }),
      { fact: tracked('A', 'in-transit'), hour: 13 },
      { fact: shipped('S1-leeds', 'B', { 1: 3 }), hour: 14 },
    );
    expect(page.status).toBe('fulfilled');
    expect(quantitiesIn(page)).toEqual([{ ...none, ordered: 5, fulfilled: 5 }]);
    expect(fulfilmentIn(page, 'S1-leeds')).toMatchObject({
      status: 'shipped',
      shipments: [
        { shipmentId: 'A', status: 'in-transit', at: hourOf(13) },
        { shipmentId: 'B', status: 'dispatched', at: hourOf(14) },
      ],
      updatedAt: hourOf(14),
    });
  });

  it('are partly fulfilled while some are held', () => {
    const page = pageAfter(...start, shipped('S1-leeds', 'A', { 1: 2 }));
    expect([page.status, quantitiesIn(page)]).toEqual([
      'partly-fulfilled',
      [{ ...none, ordered: 5, allocated: 3, fulfilled: 2 }],
    ]);
  });

  it('are delivered when every parcel is; a parcel that follows is on its way again', () => {
    const first = [...start, shipped('S1-leeds', 'A', { 1: 2 }), delivered('A', { 1: 2 })];
    expect(fulfilmentIn(pageAfter(...first), 'S1-leeds').status).toBe('delivered');
    const both = [...first, shipped('S1-leeds', 'B', { 1: 3 })];
    expect(fulfilmentIn(pageAfter(...both), 'S1-leeds').status).toBe('shipped');
    const end = pageAfter(...both, { fact: delivered('B', { 1: 3 }), hour: 18 });
    expect(fulfilmentIn(end, 'S1-leeds')).toMatchObject({ status: 'delivered', updatedAt: hourOf(18) });
    expect([end.status, quantitiesIn(end)]).toEqual([
      'completed',
      [{ ...none, ordered: 5, fulfilled: 5, delivered: 5 }],
    ]);
  });

  it('are not taken back by scans and steps that come late or again', () => {
    const sent = [...start, { fact: shipped('S1-leeds', 'A', { 1: 5 }), hour: 14 }];
    const late = (status: string, hour: number) =>
      fulfilmentIn(
        pageAfter(...sent, { fact: tracked('A', 'at-hub'), hour: 16 }, { fact: tracked('A', status), hour }),
        'S1-leeds',
      ).shipments[0];
    expect(late('collected', 15)).toMatchObject({ status: 'at-hub', at: hourOf(16) });
    expect(late('at-hub', 16)).toMatchObject({ status: 'at-hub', at: hourOf(16) });
    const arrived = { fact: delivered('A', { 1: 5 }), hour: 17 };
    const after = pageAfter(
      ...sent,
      arrived,
      { fact: tracked('A', 'out-for-delivery'), hour: 20 },
      { fact: about('tributary.order.fulfilment-accepted.v1', at('S1-leeds')), hour: 10 },
      { fact: about('tributary.order.fulfilment-packed.v1', at('S1-leeds')), hour: 11 },
    );
    expect(fulfilmentIn(after, 'S1-leeds')).toMatchObject({
      status: 'delivered',
      updatedAt: hourOf(17),
      shipments: [{ status: 'delivered', at: hourOf(17) }],
    });
    expect(after.updatedAt).toBe(hourOf(20));
  });

  it('do not make the page older when a loss is told late', () => {
    const lost = about('tributary.order.allocation-lost.v1', {
      ...at('S1-leeds'),
      lines: quantitiesOf({ 1: 1 }),
      reason: 'sold',
    });
    const page = pageAfter(...start, { fact: lost, hour: 3 });
    expect([page.updatedAt, fulfilmentIn(page, 'S1-leeds').updatedAt]).toEqual([hourOf(12), hourOf(12)]);
  });

  it('are collected at a location: accepted, picked, packed, ready, handed over', () => {
    const of = at('P1-york');
    const steps = [
      about('tributary.order.fulfilment-accepted.v1', of),
      about('tributary.order.fulfilment-picked.v1', { ...of, lines: quantitiesOf({ 1: 2 }) }),
      about('tributary.order.fulfilment-packed.v1', of),
      about('tributary.order.pickup-ready.v1', of),
      about('tributary.order.handed-over.v1', { ...of, lines: quantitiesOf({ 1: 2 }) }),
    ];
    const begun = [placedWith({ 1: 2 }), allocatedTo({ 'P1-york': { 1: 2 } })];
    const statuses = steps.map(
      (_, index) => pageAfter(...begun, ...steps.slice(0, index + 1)).fulfilments[0]!.status,
    );
    expect(statuses).toEqual(['accepted', 'picked', 'packed', 'ready', 'handed-over']);
    const end = pageAfter(...begun, ...steps);
    expect([end.status, quantitiesIn(end)]).toEqual([
      'completed',
      [{ ...none, ordered: 2, fulfilled: 2, delivered: 2 }],
    ]);
  });
});

describe('The money on the page of an order', () => {
  const moneyAfter = (...facts: readonly OrderFact[]) => pageAfter(...facts).money;
  const authorised = (paymentId: string, amount: number) =>
    about('tributary.order.payment-authorised.v1', { paymentId, amount, method: 'card' });
  const failed = (paymentId: string) => about('tributary.order.payment-failed.v1', { paymentId });
  const voided = (paymentId: string) => about('tributary.order.payment-voided.v1', { paymentId });
  const expired = (paymentId: string) => about('tributary.order.payment-expired.v1', { paymentId });
  const refunded = (refundId: string, amount: number) =>
    about('tributary.order.refunded.v1', { refundId, amount });

  it('is owed until it is captured; what is set aside is not yet paid', () => {
    const placed = placedWith({ 1: 5 });
    expect(moneyAfter(placed, authorised('A', 500))).toMatchObject({
      authorised: 500,
      captured: 0,
      owed: 500,
    });
    const page = pageAfter(placed, authorised('A', 500), captured('A', 300), captured('B', 100));
    expect(page.money).toMatchObject({ total: 500, authorised: 600, captured: 400, owed: 100 });
    expect(page.payments).toStrictEqual([
      {
        paymentId: 'A',
        method: 'card',
        amount: 300,
        status: 'captured',
        authorised: 500,
        capturedAt: hourOf(12),
      },
      { paymentId: 'B', amount: 100, status: 'captured', capturedAt: hourOf(12) },
    ]);
  });

  it('is not paid by a payment that failed', () => {
    const page = pageAfter(placedWith({ 1: 5 }), authorised('A', 500), failed('A'), failed('B'));
    expect(page.money).toMatchObject({ authorised: 0, captured: 0, owed: 500 });
    expect(page.payments).toStrictEqual([
      { paymentId: 'A', method: 'card', amount: 0, status: 'failed' },
      { paymentId: 'B', amount: 0, status: 'failed' },
    ]);
    expect(moneyAfter(placedWith({ 1: 5 }), failed('A'), captured('A', 500)).owed).toBe(0);
  });

  it('is not set aside any more by a payment that was given up or ran out', () => {
    const placed = placedWith({ 1: 5 });
    const open = [authorised('A', 300), authorised('B', 200), authorised('C', 100)];
    const page = pageAfter(placed, ...open, voided('A'), expired('B'), failed('A'));
    expect(page.money).toMatchObject({ authorised: 100, captured: 0, owed: 500 });
    expect(page.payments).toStrictEqual([
      { paymentId: 'A', method: 'card', amount: 0, status: 'voided' },
      { paymentId: 'B', method: 'card', amount: 0, status: 'expired' },
      { paymentId: 'C', method: 'card', amount: 100, status: 'authorised' },
    ]);
    const both = [voided('A'), expired('A')];
    for (const facts of [both, both.toReversed()])
      expect(pageAfter(placed, ...facts).payments).toStrictEqual([
        { paymentId: 'A', amount: 0, status: 'voided' },
      ]);
  });

  it('stays captured when the rest is given up, whichever is told first', () => {
    const placed = placedWith({ 1: 5 });
    const facts = [captured('A', 200), voided('A')];
    for (const told of [facts, facts.toReversed()]) {
      const page = pageAfter(placed, authorised('A', 500), ...told);
      expect(page.money).toMatchObject({ authorised: 200, captured: 200, owed: 300 });
      expect(page.payments).toStrictEqual([
        {
          paymentId: 'A',
          method: 'card',
          amount: 200,
          status: 'captured',
          ended: 'voided',
          capturedAt: hourOf(12),
        },
      ]);
    }
  });

  it('stays captured when a failed try is told after it', () => {
    const before = pageAfter(placedWith({ 1: 5 }), captured('A', 500));
    const after = pageAfter(placedWith({ 1: 5 }), captured('A', 500), failed('A'));
    expect(after).toStrictEqual({ ...before, rev: 3 });
  });

  it('is captured in parts: they add up, and what was set aside for them is counted once', () => {
    const placed = placedWith({ 1: 100 });
    const parts = [captured('A', 4000), captured('A', 6000)];
    const page = pageAfter(placed, authorised('A', 10000), ...parts);
    expect(page.money).toMatchObject({ authorised: 10000, captured: 10000, owed: 0 });
    expect(page.payments).toStrictEqual([
      { paymentId: 'A', method: 'card', amount: 10000, status: 'captured', capturedAt: hourOf(12) },
    ]);
    const toldLate = pageAfter(placed, ...parts, authorised('A', 10000));
    expect([toldLate.money, toldLate.payments]).toStrictEqual([page.money, page.payments]);
    // More than was set aside was taken: that much must have been.
    expect(moneyAfter(placed, authorised('A', 3000), ...parts)).toMatchObject({ authorised: 10000 });
  });

  it('was set aside where it was captured without an authorisation, for that payment alone', () => {
    const money = moneyAfter(placedWith({ 1: 5 }), authorised('A', 500), captured('B', 200));
    expect(money).toMatchObject({ authorised: 700, captured: 200, owed: 300 });
  });

  it('is given back: neither a refund of goodwill nor one for returned goods is owed again', () => {
    const paid = placedWith({ 1: 5 }, { captured: 500 });
    expect(moneyAfter(paid, refunded('F1', 120))).toMatchObject({
      captured: 500,
      refunded: 120,
      refundedForReturns: 0,
      owed: 0,
    });
    const back = pageAfter(paid, returned('R1', { 1: 2 }, 200));
    expect(back.money).toMatchObject({ refunded: 200, refundedForReturns: 200, owed: 0 });
    expect(back.returns).toStrictEqual([
      {
        returnId: 'R1',
        at: hourOf(12),
        refund: 200,
        lines: [{ lineId: '1', sku: 'SKU-1', quantity: 2, disposition: 'restock' }],
      },
    ]);
  });

  it('given as goodwill neither pays nor adds to what is still owed', () => {
    const half = placedWith({ 1: 5 }, { captured: 300 });
    expect(moneyAfter(half, refunded('F1', 100))).toMatchObject({ owed: 200 });
  });

  it('is owed to the customer once goods are cancelled, until it is given back, and no further', () => {
    const paid = placedWith({ 1: 5 }, { captured: 500 });
    const owedAfter = (...facts: readonly OrderFact[]) => moneyAfter(paid, ...facts).owed;
    expect(owedAfter(cancelled({ 1: 2 }))).toBe(-200);
    expect(owedAfter(cancelled({ 1: 2 }), refunded('F1', 150))).toBe(-50);
    expect(owedAfter(refunded('F1', 150), cancelled({ 1: 2 }))).toBe(-50);
    expect(owedAfter(cancelled({ 1: 2 }), refunded('F1', 350))).toBe(0);
  });

  it('paid twice and given back with the returned goods is owed to nobody', () => {
    const twice = placedWith({ 1: 1 }, { captured: 200 });
    expect(moneyAfter(twice, returned('R1', { 1: 1 }, 200)).owed).toBe(0);
  });

  it('is no longer due for cancelled goods, to the minor unit', () => {
    const placed = placedWith({ 1: 3 }, { captured: 1000 });
    const odd = {
      ...placed,
      data: {
        ...placed.data,
        total: 1000,
        lines: placed.data.lines.map((one) => ({ ...one, amount: 1000 })),
      },
    } as OrderFact;
    // 1000 over 1 : 2 units is 333 and 667.
    expect(moneyAfter(odd, cancelled({ 1: 1 }))).toMatchObject({ total: 1000, owed: -333 });
    expect(moneyAfter(odd, cancelled({ 1: 1 }), cancelled({ 1: 1 })).owed).toBe(-667);
    expect(moneyAfter(odd, cancelled({ 1: 3 }), refunded('F1', 1000)).owed).toBe(0);
  });

  const withCharges = (): OrderFact => {
    const placed = placedWith({ 1: 4, 2: 2 });
    const charges = [
      { code: 'shipping', amount: 495 },
      { code: 'voucher', amount: -95 },
    ];
    return { ...placed, data: { ...placed.data, charges, total: 1000 } } as OrderFact;
  };

  it('gives back a charge with the goods: it is on the return, in what was refunded, and owed by nobody', () => {
    const charges = [{ code: 'shipping', amount: -495 }];
    const back = returned('R1', { 1: 1 }, 595);
    const page = pageAfter(withCharges(), captured('A', 1000), {
      ...back,
      data: { ...back.data, charges },
    } as OrderFact);
    expect(page.returns).toMatchObject([{ returnId: 'R1', refund: 595, charges }]);
    expect(page.money).toMatchObject({ refunded: 595, refundedForReturns: 595, owed: 0 });
  });

  it('adds up over charges, payments, a cancellation, a refund and a return', () => {
    expect(
      moneyAfter(
        withCharges(),
        captured('A', 1000),
        cancelled({ 2: 1 }),
        refunded('F1', 100),
        returned('R1', { 1: 1 }, 90),
      ),
    ).toStrictEqual({
      lines: 600,
      charges: 400,
      total: 1000,
      cancelled: 100,
      due: 810,
      authorised: 1000,
      captured: 1000,
      refunded: 190,
      refundedForReturns: 90,
      // 1000 captured is 190 more than 1000 − 100 cancelled − 90 returned, and 190 was given back.
      owed: 0,
    });
  });
});

describe('The row of an order in a list', () => {
  it('follows from its page: locations and SKUs once each, no telephone number', () => {
    const placed = placedWith({ 1: 2, 2: 1 }, { sku: () => 'MUG' });
    const customer = { id: 'C1', name: 'Ann', email: 'Ann@Example.com', phone: '+44 20' };
    const known = { ...placed, data: { ...placed.data, customer } } as OrderFact;
    const page = pageAfter(known, allocatedTo({ 'S1-leeds': { 1: 2 }, 'P2-leeds': { 2: 1 } }));
    const entry = entryOf(page);
    expect(entry).toStrictEqual<OrderRow>({
      orderId,
      channel: 'web',
      number: '100',
      kind: 'order',
      status: 'allocated',
      placedAt: hourOf(12),
      updatedAt: hourOf(12),
      customer: { id: 'C1', name: 'Ann', email: 'Ann@Example.com' },
      currency: 'EUR',
      total: 300,
      lines: 2,
      units: 3,
      locations: ['leeds'],
      skus: ['MUG'],
      queues: ['unpaid'],
      uncovered: 300,
      rev: 2,
    });
    const listedUnder = (buyer: OrderRow['customer']) =>
      orderList.many!['customer']!.of({ ...entry, customer: buyer! });
    expect(listedUnder(entry.customer)).toEqual(['C1', 'ann@example.com']);
    expect(listedUnder({ id: 'Ann@Example.com' })).toEqual(['ann@example.com']);
    expect(listedUnder({ email: 'none, ask at the counter' })).toEqual([]);
  });

  it('names the store of a till sale as its location', () => {
    const placed = placedWith({ 1: 1 });
    const sale = {
      ...placed,
      data: { ...placed.data, kind: 'sale', location: 'hull', completedAt: hourOf(12) },
    } as OrderFact;
    expect(entryOf(pageAfter(sale))).toMatchObject({
      kind: 'sale',
      status: 'completed',
      locations: ['hull'],
    });
  });
});

describe('Goods that left although they should not have', () => {
  const order = [
    placedWith({ 1: 3 }, { captured: 300 }),
    allocatedTo({ 'S1-leeds': { 1: 3 } }),
    cancelled({ 1: 3 }, { 'S1-leeds': { 1: 3 } }),
  ];
  const leftBeyond = (countsAs: 'wanted' | 'cancelled' | 'surplus', units: number) => ({
    ...quantitiesOf({ 1: units })[0]!,
    because: 'cancelled' as const,
    countsAs,
  });
  const left = about('tributary.order.shipped.v1', {
    ...at('S1-leeds'),
    shipmentId: 'X1',
    lines: [],
    beyond: [leftBeyond('cancelled', 3), leftBeyond('surplus', 1)],
  });

  it('are shown with the line, and their fulfilment is shipped and no longer cancelled', () => {
    const page = pageAfter(...order, left);
    expect(quantitiesIn(page)).toEqual([
      { ...none, ordered: 3, fulfilled: 3, leftThoughCancelled: 3, surplus: 1 },
    ]);
    expect(page.status).toBe('fulfilled');
    expect(fulfilmentIn(page, 'S1-leeds')).toMatchObject({
      status: 'shipped',
      lines: quantitiesOf({ 1: 4 }),
      shipments: [{ shipmentId: 'X1' }],
    });
  });

  it('are still to be refunded: what was cancelled stays not owed', () => {
    expect(pageAfter(...order).money.owed).toBe(-300);
    expect(pageAfter(...order, left).money.owed).toBe(-300);
  });

  it('show a fulfilment that the order had declined, and free what was held elsewhere', () => {
    const page = pageAfter(
      placedWith({ 1: 3 }),
      allocatedTo({ 'S2-york': { 1: 3 } }),
      about('tributary.order.handed-over.v1', {
        ...at('P1-hull'),
        lines: [],
        beyond: [leftBeyond('wanted', 3)],
        release: quantitiesOf({ 1: 3 }).map((line) => ({ ...line, ...at('S2-york') })),
      }),
    );
    expect(quantitiesIn(page)).toEqual([{ ...none, ordered: 3, fulfilled: 3, delivered: 3 }]);
    expect(fulfilmentIn(page, 'S2-york')).toMatchObject({ status: 'cancelled', lines: [] });
    expect(fulfilmentIn(page, 'P1-hull')).toMatchObject({
      status: 'handed-over',
      lines: quantitiesOf({ 1: 3 }),
    });
  });

  it('come back as other goods do; more than had left is counted apart', () => {
    const back = about('tributary.order.returned.v1', {
      returnId: 'R1',
      lines: quantitiesOf({ 1: 5 }).map((line) => ({ ...line, beyond: 2, disposition: 'restock' })),
      refund: 0,
    });
    expect(quantitiesIn(pageAfter(...order, left, back))).toMatchObject([{ returned: 3, returnedBeyond: 2 }]);
  });
});

describe('A pickup that ran short', () => {
  const toCollect = placedWith({ 1: 2 });
  const placed = {
    ...toCollect,
    data: {
      ...toCollect.data,
      lines: toCollect.data.lines.map((line) => ({ ...line, method: 'pickup', pickupAt: 'york' })),
    },
  } as OrderFact;
  const short = about('tributary.order.fulfilment-shorted.v1', {
    ...at('P1-york'),
    method: 'pickup',
    lines: quantitiesOf({ 1: 1 }).map((line) => ({ ...line, reason: 'not-found' })),
  });
  const happened = [placed, allocatedTo({ 'P1-york': { 1: 2 } }), short];

  it('shows that somebody has to decide, in the list too', () => {
    const page = pageAfter(...happened);
    expect(page.status).toBe('needs-decision');
    expect(entryOf(page).status).toBe('needs-decision');
    expect(quantitiesIn(page)).toEqual([{ ...none, ordered: 2, allocated: 1, undecided: 1 }]);
  });

  it('shows how its lines reach the customer once that is decided', () => {
    const shipTo = { country: 'GB', city: 'Leeds' };
    const page = pageAfter(
      ...happened,
      about('tributary.order.pickup-decided.v1', { choice: 'ship', lines: quantitiesOf({ 1: 1 }), shipTo }),
    );
    expect(page).toMatchObject({ status: 'placed', shipTo, lines: [{ method: 'ship' }] });
    expect(page.lines[0]).not.toHaveProperty('pickupAt');
    expect(quantitiesIn(page)).toEqual([{ ...none, ordered: 2, allocated: 1 }]);
  });
});

describe('A fulfilment that another system decided', () => {
  const fba = { fulfilmentId: 'FBA-1' };
  const placed = placedWith({ 1: 2 });
  const heard = about('tributary.order.fulfilment-reported.v1', { ...fba, method: 'ship' });
  const sent = about('tributary.order.shipped.v1', {
    ...fba,
    shipmentId: 'A',
    tracking: 'JJD42',
    lines: [],
    beyond: quantitiesOf({ 1: 2 }).map((line) => ({
      ...line,
      because: 'never-held' as const,
      countsAs: 'wanted' as const,
    })),
  });

  it('shows with its parcels and what was in them, and is at no location until one is told', () => {
    const page = pageAfter(placed, heard, sent);
    expect(page.status).toBe('fulfilled');
    expect(fulfilmentIn(page, 'FBA-1')).toMatchObject({
      elsewhere: true,
      method: 'ship',
      status: 'shipped',
      lines: quantitiesOf({ 1: 2 }),
      shipments: [{ shipmentId: 'A', tracking: 'JJD42', status: 'dispatched' }],
    });
    expect(fulfilmentIn(page, 'FBA-1')).not.toHaveProperty('location');
    expect(entryOf(page).locations).toEqual([]);
    const told = { ...fba, method: 'ship', location: 'hull' } as const;
    const known = pageAfter(placed, heard, sent, about('tributary.order.fulfilment-reported.v1', told));
    expect(fulfilmentIn(known, 'FBA-1')).toMatchObject({ location: 'hull', status: 'shipped' });
    expect(entryOf(known).locations).toEqual(['hull']);
  });

  it('is a pickup once it is ready for one', () => {
    const page = pageAfter(placed, heard, about('tributary.order.pickup-ready.v1', fba));
    expect(fulfilmentIn(page, 'FBA-1')).toMatchObject({ method: 'pickup', status: 'ready' });
  });
});

describe('An order of history whose rest is told later', () => {
  it('shows all its lines as delivered, and what they cost', () => {
    const first = placedWith({ 1: 1 }, { captured: 100 });
    const complete = { ...first, data: { ...first.data, completedAt: hourOf(9) } } as OrderFact;
    const line = {
      lineId: '2',
      sku: 'SKU-2',
      quantity: 2,
      unitPrice: '1.00',
      amount: 200,
      method: 'ship' as const,
    };
    const page = pageAfter(
      complete,
      about('tributary.order.history-completed.v1', {
        lines: [line],
        charges: [{ code: 'POST', amount: 50 }],
        total: 350,
      }),
      captured('P0', 250),
    );
    expect(page).toMatchObject({
      status: 'completed',
      money: { lines: 300, charges: 50, total: 350, captured: 350, owed: 0 },
      charges: [{ code: 'POST', amount: 50 }],
    });
    expect(quantitiesIn(page)[1]).toEqual({ ...none, ordered: 2, fulfilled: 2, delivered: 2 });
    expect(entryOf(page)).toMatchObject({ total: 350, lines: 2, units: 3, skus: ['SKU-1', 'SKU-2'] });
  });
});

describe('The page of an order that is held', () => {
  const held = (reason: string, more: object = {}) =>
    about('tributary.order.held.v1', { reason, since: hourOf(10), ...more });
  const released = (reason: string) =>
    about('tributary.order.hold-released.v1', { reason, upTo: hourOf(11) });
  const placed = placedWith({ 1: 1 });

  it('says so, why, and since when, until all of it is released', () => {
    const page = pageAfter(placed, held('fraud'), held('csr', { note: 'She calls back.', until: 'paid' }));
    expect(page).toMatchObject({
      status: 'held',
      holds: [
        { reason: 'fraud', since: hourOf(10) },
        { reason: 'csr', since: hourOf(10), note: 'She calls back.', until: 'paid' },
      ],
    });
    expect(entryOf(page)).toMatchObject({ status: 'held', heldFor: ['fraud', 'csr'] });
    const partly = pageAfter(placed, held('fraud'), held('csr'), released('fraud'), released('fraud'));
    expect(partly).toMatchObject({ status: 'held', holds: [{ reason: 'csr' }] });
    const free = pageAfter(placed, held('fraud'), released('fraud'));
    expect(free.status).toBe('placed');
    expect(free).not.toHaveProperty('holds');
    expect(entryOf(free)).not.toHaveProperty('heldFor');
  });

  it('says so from its placing on, where that says so', () => {
    const holds = [{ reason: 'fraud', since: hourOf(9) }];
    const page = pageAfter({ ...placed, data: { ...placed.data, holds } });
    expect(page).toMatchObject({ status: 'held', holds });
  });

  it('is not among those held any more once nothing of it is open', () => {
    const page = pageAfter(placed, held('fraud'), cancelled({ 1: 1 }));
    expect(page).toMatchObject({ status: 'cancelled', holds: [{ reason: 'fraud' }] });
    expect(entryOf(page)).not.toHaveProperty('heldFor');
  });
});

describe('The page of an order that was changed', () => {
  const changed = (data: object) =>
    about('tributary.order.changed.v1', {
      lines: [],
      cancelled: [],
      anew: [],
      toSource: [],
      release: [],
      charges: [],
      prices: [],
      total: 300,
      difference: 0,
      ...data,
    });
  const priced = (lineId: string, quantity: number, amount: number) => ({
    ...quantitiesOf({ [lineId]: quantity })[0]!,
    unitPrice: '1.50',
    amount,
    method: 'ship' as const,
  });
  const placed = placedWith({ 1: 2, 2: 1 }, { captured: 300 });
  const held = allocatedTo({ 'S1-leeds': { 1: 2, 2: 1 } });

  it('shows what it and its lines carry, until that is taken away', () => {
    const carrying = { ...placed, data: { ...placed.data, attributes: { 'gift-wrap': 'plain' } } };
    const engraved = changed({ attributes: [{ lineId: '2', values: { engraving: 'Ada' } }] });
    const rowOf = (page: OrderPage) => orderPage.also!(page, 'web.1')[0]!.document as OrderRow;
    const page = pageAfter(carrying, engraved);
    expect([page.attributes, page.lines.map(({ attributes }) => attributes)]).toEqual([
      { 'gift-wrap': 'plain' },
      [undefined, { engraving: 'Ada' }],
    ]);
    expect(rowOf(page).attributes).toEqual(['gift-wrap:plain', 'engraving:Ada']);
    const bare = pageAfter(
      carrying,
      engraved,
      changed({
        attributes: [{ values: { 'gift-wrap': null } }, { lineId: '2', values: { engraving: null } }],
      }),
    );
    expect(bare).not.toHaveProperty('attributes');
    expect(bare.lines[1]).not.toHaveProperty('attributes');
    expect(rowOf(bare)).not.toHaveProperty('attributes');
  });

  it('shows what is promised now, of the lines that it was promised for', () => {
    const promises = [{ lineId: '2', promisedBy: '2026-11-27T16:00:00.000Z' }];
    expect(pageAfter(placed, changed({ promises })).lines.map(({ promisedBy }) => promisedBy)).toEqual([
      undefined,
      '2026-11-27T16:00:00.000Z',
    ]);
  });

  it('shows what is different of its lines and money, and leaves the others as they were', () => {
    const before = pageAfter(placed, held);
    const page = pageAfter(
      placed,
      held,
      changed({
        lines: [priced('1', 3, 450), { ...priced('9', 1, 150), name: 'Hat' }],
        charges: [{ code: 'voucher', amount: -50 }],
        total: 650,
        difference: 350,
      }),
    );
    expect(page.lines).toMatchObject([
      { lineId: '1', quantity: 3, unitPrice: '1.50', amount: 450, quantities: { ordered: 3, allocated: 2 } },
      before.lines[1]!,
      { lineId: '9', name: 'Hat', quantities: { ...none, ordered: 1 } },
    ]);
    expect(page.money).toMatchObject({ lines: 700, charges: -50, total: 650, owed: 350 });
    expect(page.charges).toEqual([{ code: 'voucher', amount: -50 }]);
    expect(entryOf(page)).toMatchObject({ lines: 3, units: 5, total: 650 });
  });

  it('gives up what is wanted no longer, and what goes another way', () => {
    const release = (lineId: string, quantity: number) => ({
      ...quantitiesOf({ [lineId]: quantity })[0]!,
      ...at('S1-leeds'),
    });
    const page = pageAfter(
      placed,
      held,
      changed({
        lines: [{ ...priced('2', 1, 100), unitPrice: '1.00', method: 'pickup', pickupAt: 'york' }],
        cancelled: quantitiesOf({ 1: 1 }),
        anew: quantitiesOf({ 2: 1 }),
        release: [release('1', 1), release('2', 1)],
        total: 300,
        difference: -100,
      }),
    );
    expect(fulfilmentIn(page, 'S1-leeds').lines).toEqual(quantitiesOf({ 1: 1 }));
    expect(page.lines).toMatchObject([
      { quantities: { ordered: 2, cancelled: 1, allocated: 1 } },
      { method: 'pickup', pickupAt: 'york', quantities: { ordered: 1, cancelled: 0, allocated: 0 } },
    ]);
    expect(page.money.owed).toBe(-100);
  });

  it('shows where it goes now, who bought, and the note', () => {
    const page = pageAfter(
      { ...placed, data: { ...placed.data, note: 'Ring.' } },
      changed({ shipTo: { country: 'GB' }, customer: { name: 'Ada' }, note: 'Ring twice.' }),
    );
    expect(page).toMatchObject({ shipTo: { country: 'GB' }, customer: { name: 'Ada' }, note: 'Ring twice.' });
    expect(pageAfter({ ...placed, data: { ...placed.data, note: 'Ring.' } }).note).toBe('Ring.');
  });
});

describe('The page of an order of which goods come back over a desk', () => {
  const authorised = (returnId: string) =>
    about('tributary.order.return-authorised.v1', {
      returnId,
      lines: quantitiesOf({ 1: 1 }).map((line) => ({ ...line, reason: 'faulty' })),
      worth: 100,
    });
  const received = (returnId: string, credited: number) =>
    about('tributary.order.returned.v1', {
      returnId,
      lines: quantitiesOf({ 1: 1 }).map((line) => ({ ...line, disposition: 'restock', refund: credited })),
      refund: 0,
      credited,
    });
  const gone = (captured: number) =>
    [
      placedWith({ 1: 2 }, { captured }),
      allocatedTo({ 'S1-leeds': { 1: 2 } }),
      shipped('S1-leeds', 'P1', { 1: 2 }),
    ] as const;

  it('shows what may come back until it does, or is called off', () => {
    const both = [...gone(200), authorised('RMA-1'), authorised('RMA-2')];
    expect(pageAfter(...both).expectedReturns).toMatchObject([{ returnId: 'RMA-1' }, { returnId: 'RMA-2' }]);
    const off = about('tributary.order.return-called-off.v1', { returnId: 'RMA-2' });
    expect(pageAfter(...both, received('RMA-1', 100)).expectedReturns).toMatchObject([{ returnId: 'RMA-2' }]);
    expect(pageAfter(...both, received('RMA-1', 100), off)).not.toHaveProperty('expectedReturns');
  });

  it('lists what its consumer withdrew from, beside what becomes of the goods', () => {
    const withdrawn = (withdrawalId: string, more: object = {}) =>
      about('tributary.order.withdrawn.v1', {
        withdrawalId,
        declaredAt: '2026-03-02T12:00:00.000Z',
        lines: quantitiesOf({ 1: 1 }),
        cancelled: [],
        worth: 100,
        contact: 'ann@example.com',
        ...more,
      });
    const page = pageAfter(...gone(200), withdrawn('W-1', { returnId: 'RMA-1' }), withdrawn('W-2'));
    const listed = { declaredAt: '2026-03-02T12:00:00.000Z', lines: quantitiesOf({ 1: 1 }) };
    expect(page.withdrawals).toEqual([
      { withdrawalId: 'W-1', ...listed, returnId: 'RMA-1' },
      { withdrawalId: 'W-2', ...listed },
    ]);
  });

  it('is found by a return that is expected', () => {
    const page = pageAfter(...gone(200), authorised('RMA-1'));
    expect(orderPages.text!(page).split('\n')).toContain('RMA-1');
  });

  it('owes what was paid for them until it is given back, and has nothing due for them that was not paid', () => {
    const paid = pageAfter(...gone(200), received('R1', 100));
    expect(paid.money).toMatchObject({ credited: 100, refunded: 0, owed: -100 });
    expect(paid.returns).toMatchObject([{ refund: 0, credited: 100 }]);
    const refunded = about('tributary.order.refunded.v1', { refundId: 'F1', amount: 100 });
    expect(pageAfter(...gone(200), received('R1', 100), refunded).money.owed).toBe(0);
    expect(pageAfter(...gone(0), received('R1', 100)).money.owed).toBe(100);
  });
});

describe('The page of an order of which a change waits for a supervisor', () => {
  const proposal = about('tributary.order.change-proposed.v1', {
    proposalId: 'CP-1',
    asked: { changes: [{ kind: 'note', note: 'Ring twice.' }] },
    because: ['It is above the limit.'],
    difference: -10,
  });

  it('shows what is asked, and why it waits, until it is made or refused', () => {
    const page = pageAfter(placedWith({ 1: 1 }), { fact: proposal, hour: 14 });
    expect(page.proposals).toMatchObject([
      { proposalId: 'CP-1', because: ['It is above the limit.'], difference: -10, at: hourOf(14) },
    ]);
    expect(entryOf(page)).toMatchObject({ proposals: 1 });
    const closed = about('tributary.order.proposal-closed.v1', { proposalId: 'CP-1', outcome: 'approved' });
    const after = pageAfter(placedWith({ 1: 1 }), proposal, closed);
    expect(after).not.toHaveProperty('proposals');
    expect(entryOf(after)).not.toHaveProperty('proposals');
  });
});

describe('What is owed for goods that come back before all is paid', () => {
  const gone = [
    placedWith({ 1: 5 }, { captured: 300 }),
    allocatedTo({ 'S1-leeds': { 1: 5 } }),
    shipped('S1-leeds', 'P1', { 1: 5 }),
  ] as const;

  it('is what stands less what stays paid: money given back for them is paid no longer', () => {
    expect(pageAfter(...gone).money.owed).toBe(200);
    expect(pageAfter(...gone, returned('R1', { 1: 1 }, 100)).money.owed).toBe(200);
    expect(pageAfter(...gone, returned('R1', { 1: 1 }, 0)).money.owed).toBe(200);
  });

  it('is less by what a desk credits for them', () => {
    const credited = about('tributary.order.returned.v1', {
      returnId: 'R1',
      lines: quantitiesOf({ 1: 1 }).map((line) => ({ ...line, disposition: 'restock' })),
      refund: 0,
      credited: 100,
    });
    expect(pageAfter(...gone, credited).money.owed).toBe(100);
  });
});
