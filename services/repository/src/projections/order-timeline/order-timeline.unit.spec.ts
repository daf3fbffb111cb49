import { type FactInput, type OrderFact, type SourcingFact, facts } from '@tributary/contracts';
import type { EventMetadata, RecordedEvent } from '@tributary/event-store';
import { allocatedTo, noon, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import { type TimelinePage, entryOf, orderTimeline } from './order-timeline.ts';
import { type TimelineEvent, summaryOf } from './summary.ts';

const lines = quantitiesOf({ 1: 2 });
const at = { fulfilmentId: 'S1-leeds', location: 'leeds' };
const kept = { messageId: 'm1', messageType: 'tributary.shipment.delivered.v1' };

const proposed = {
  proposalId: 'CP-1',
  asked: { changes: [{ kind: 'note' as const, note: 'Ring twice.' }] },
  because: [],
  difference: 0,
};
const withdrawn = {
  withdrawalId: 'W-1',
  declaredAt: '2026-03-02T12:00:00.000Z',
  lines,
  cancelled: [],
  worth: 200,
};
const unchanged = {
  lines: [],
  cancelled: [],
  anew: [],
  toSource: [],
  release: [],
  charges: [],
  prices: [],
  total: 200,
  difference: 0,
};

const about = <T extends OrderFact['type']>(type: T, data: Omit<FactInput<'order', T>, 'orderId'>) =>
  orderFact(type, { orderId, ...data } as never) as OrderFact;
const sourcing = <T extends SourcingFact['type']>(type: T, data: FactInput<'sourcing', T>) =>
  ({ type, data: facts.sourcing[type].parse(data) }) as SourcingFact;

const decided = (more: Partial<FactInput<'sourcing', 'tributary.sourcing.decided.v1'>> = {}): SourcingFact =>
  sourcing('tributary.sourcing.decided.v1', {
    orderId,
    request: {
      channel: 'web',
      whenShort: 'backorder',
      lines: lines.map((line) => ({ ...line, method: 'ship' as const })),
    },
    decisionId: 'web.100/1',
    attempt: 1,
    cause: 'placed',
    ruleSet: { ruleSetId: 'default', version: 1 },
    outcome: 'planned',
    fulfilments: [{ ...at, method: 'ship', lines }],
    unsourced: [],
    cost: { currency: 'EUR', total: 10, packages: 5, units: 3, distance: 2 },
    candidates: [{ location: 'leeds', verdict: 'chosen', stock: { 1: 4 } }],
    others: [{ verdict: 'excluded', reason: 'not active', locations: 3 }],
    excluded: [],
    ...more,
  });

const recorded = (
  { type, data }: TimelineEvent,
  index = 0,
  metadata: Partial<EventMetadata> = {},
): RecordedEvent => ({
  id: `event ${index + 1}`,
  type,
  time: `2026-03-02T12:0${index}:00.000Z`,
  data,
  metadata: { source: 'tributary/order', ...metadata },
  position: index + 100,
  stream: `order-${orderId}`,
  version: index + 1,
  recordedTime: '2026-03-02T23:00:00.000Z',
});
const itemsAfter = (...events: readonly RecordedEvent[]) =>
  events
    .reduce<TimelinePage | undefined>((timeline, event) => orderTimeline.evolve(timeline, event), undefined)!
    .facts.map(entryOf);

describe('The timeline of an order', () => {
  it('tells of a hold once: that sourcing pauses for it goes without saying', () => {
    const event = recorded(sourcing('tributary.sourcing.paused.v1', { orderId }));
    expect(orderTimeline.idOf(event)).toBeUndefined();
  });

  it('tells who handed in what names another as its actor', () => {
    const claimed = { actor: 'csr:ann', submittedBy: 'integrator:key-1' };
    expect(itemsAfter(recorded(placedWith({ 1: 2 }), 0, claimed))[0]).toMatchObject(claimed);
  });

  it('tells what happened in the order it was recorded, with when it happened and who said so', () => {
    const cancelled = about('tributary.order.cancelled.v1', {
      lines,
      release: [],
      reason: 'changed my mind',
    });
    const items = itemsAfter(
      recorded(placedWith({ 1: 2 })),
      recorded(cancelled, 1, { origin: 'urn:crm', actor: 'csr:ann' }),
    );
    expect(items[1]).toStrictEqual({
      eventId: 'event 2',
      type: 'tributary.order.cancelled.v1',
      at: '2026-03-02T12:01:00.000Z',
      recordedAt: '2026-03-02T23:00:00.000Z',
      source: 'urn:crm',
      actor: 'csr:ann',
      summary: 'Cancelled: 2 × SKU-1 (changed my mind)',
      data: cancelled.data,
      version: 2,
    });
    expect(items[0]).toMatchObject({ source: 'tributary/order', summary: 'Placed: 2 × SKU-1', version: 1 });
    expect(items[0]).not.toHaveProperty('actor');
  });

  it('counts what has a page of its own: the goods of the order, the candidates of a decision', () => {
    const [placed, decision] = itemsAfter(recorded(placedWith({ 1: 2, 2: 1 })), recorded(decided(), 1));
    expect(placed!.data).toMatchObject({ orderId, total: 300, lines: 2 });
    expect(placed!.data).not.toHaveProperty('charges');
    expect(decision!.data).toMatchObject({ decisionId: 'web.100/1', candidates: 4, outcome: 'planned' });
    expect(decision!.data).not.toHaveProperty('others');
    expect(decision!.data).not.toHaveProperty('request');
  });

  it('holds the events of an order and of its sourcing, fifty on a page, and no others', () => {
    const idOf = (type: string, data: object, index = 0) =>
      orderTimeline.idOf(recorded({ type, data } as never, index));
    expect(idOf('tributary.order.placed.v2', { orderId })).toBe(`order/0/${orderId}`);
    expect(idOf('tributary.order.tracked.v1', { orderId }, 49)).toBe(`order/0/${orderId}`);
    expect(idOf('tributary.order.tracked.v1', { orderId }, 50)).toBe(`order/1/${orderId}`);
    expect(idOf('tributary.sourcing.decided.v1', { orderId })).toBe(`sourcing/0/${orderId}`);
    expect(idOf('tributary.return.unmatched.v1', { returnId: 'R1' })).toBeUndefined();
    expect(idOf('tributary.location.defined.v1', { locationId: 'leeds' })).toBeUndefined();
  });

  it('begins before the order is captured, with what came early', () => {
    const early = about('tributary.order.fact-parked.v1', {
      ...kept,
      occurredAt: '2026-03-02T12:00:00.000Z',
      waitsFor: 'capture',
      data: {},
    });
    expect(
      itemsAfter(recorded(early), recorded(placedWith({ 1: 2 }), 1)).map(({ summary }) => summary),
    ).toEqual(['Came early, waits for capture: shipment delivered', 'Placed: 2 × SKU-1']);
  });
});

const sale = placedWith({ 1: 2 });
const takenBack = {
  location: 'leeds',
  currency: 'EUR',
  lines: lines.map((line) => ({ ...line, disposition: 'restock' as const, refund: 5_000 })),
  refund: 5_000,
};

const told: readonly [string, TimelineEvent][] = [
  ['Placed: 2 × SKU-1', placedWith({ 1: 2 })],
  ['Placed: 1 × SKU-1, 1 × SKU-2, 1 × SKU-3 and 2 more', placedWith({ 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 })],
  [
    'Sold at hull: 2 × SKU-1',
    { ...sale, data: { ...sale.data, kind: 'sale', location: 'hull' } } as TimelineEvent,
  ],
  ['Sourced from leeds', decided()],
  ['Sourced from leeds, part of it missing', decided({ outcome: 'partly-planned' })],
  ['No location can serve it (attempt 2)', decided({ outcome: 'unsourceable', attempt: 2, fulfilments: [] })],
  [
    'Sourcing for the waiting lines was taken up',
    sourcing('tributary.sourcing.settled.v1', { orderId, decisionId: 'd', outcome: 'taken-up' }),
  ],
  ['Stock reserved at leeds and york', allocatedTo({ 'S1-leeds': { 1: 1 }, 'S2-york': { 1: 1 } })],
  ['Stock reserved at leeds', allocatedTo({ 'S1-leeds': { 1: 1 }, 'P2-leeds': { 2: 1 } })],
  [
    'Reservation given back: no longer wanted',
    about('tributary.order.allocation-declined.v1', {
      decisionId: 'd',
      reason: 'no longer wanted',
      release: [],
    }),
  ],
  [
    'Reservation at leeds lost (sold): 2 × SKU-1',
    about('tributary.order.allocation-lost.v1', { ...at, lines, reason: 'sold' }),
  ],
  [
    'Waiting for stock: 2 × SKU-1',
    about('tributary.order.backordered.v1', { decisionId: 'd', lines, reason: 'none' }),
  ],
  [
    'Rejected: not enough stock',
    about('tributary.order.rejected.v1', { decisionId: 'd', reason: 'out', lines, release: [] }),
  ],
  ['Cancelled: 2 × SKU-1', about('tributary.order.cancelled.v1', { lines, release: [] })],
  [
    'Pickup that ran short decided: it waits for stock there: 2 × SKU-1 (asked)',
    about('tributary.order.pickup-decided.v1', { choice: 'wait', lines, reason: 'asked' }),
  ],
  [
    'Pickup that ran short decided: it is sent instead: 2 × SKU-1',
    about('tributary.order.pickup-decided.v1', { choice: 'ship', lines }),
  ],
  [
    'Pickup that ran short decided: it is collected at hull: 2 × SKU-1',
    about('tributary.order.pickup-decided.v1', { choice: 'collect-elsewhere', lines, pickupAt: 'hull' }),
  ],
  [
    'The rest of it was told: 2 × SKU-1',
    about('tributary.order.history-completed.v1', {
      lines: lines.map((line) => ({ ...line, unitPrice: '1.00', amount: 200, method: 'ship' as const })),
      charges: [],
      total: 300,
    }),
  ],
  [
    'Delivery address changed',
    about('tributary.order.delivery-address-changed.v1', { shipTo: { country: 'GB' } }),
  ],
  [
    'Served by a fulfilment decided elsewhere, FBA-1',
    about('tributary.order.fulfilment-reported.v1', { fulfilmentId: 'FBA-1', method: 'ship' }),
  ],
  ['Accepted', about('tributary.order.fulfilment-accepted.v1', { fulfilmentId: 'FBA-1' })],
  ['Picked', about('tributary.order.fulfilment-picked.v1', { fulfilmentId: 'FBA-1', lines: [] })],
  ['Packed', about('tributary.order.fulfilment-packed.v1', { fulfilmentId: 'FBA-1' })],
  [
    'Shipped: 2 × SKU-1',
    about('tributary.order.shipped.v1', { fulfilmentId: 'FBA-1', shipmentId: 'A', lines }),
  ],
  [
    'Shipped, tracking JJD42',
    about('tributary.order.shipped.v1', {
      fulfilmentId: 'FBA-1',
      shipmentId: 'A',
      tracking: 'JJD42',
      lines: [],
    }),
  ],
  ['Delivered', about('tributary.order.delivered.v1', { shipmentId: 'A', lines: [] })],
  ['Accepted by leeds', about('tributary.order.fulfilment-accepted.v1', at)],
  ['Picked at leeds: 2 × SKU-1', about('tributary.order.fulfilment-picked.v1', { ...at, lines })],
  [
    'Short at leeds: 2 × SKU-1',
    about('tributary.order.fulfilment-shorted.v1', {
      ...at,
      method: 'ship',
      lines: lines.map((line) => ({ ...line, reason: 'damaged' })),
    }),
  ],
  ['Packed at leeds', about('tributary.order.fulfilment-packed.v1', at)],
  ['Shipped from leeds: 2 × SKU-1', about('tributary.order.shipped.v1', { ...at, shipmentId: 'A', lines })],
  [
    'Shipped from leeds: 2 × SKU-1, tracking JJD42',
    about('tributary.order.shipped.v1', { ...at, shipmentId: 'A', tracking: 'JJD42', lines }),
  ],
  [
    'Shipped from leeds: 7 × SKU-1 (2 shipped although cancelled, 1 more than ordered)',
    about('tributary.order.shipped.v1', {
      ...at,
      shipmentId: 'A',
      lines,
      beyond: [
        { ...lines[0]!, because: 'lost', countsAs: 'wanted' },
        { ...lines[0]!, because: 'cancelled', countsAs: 'cancelled' },
        { ...lines[0]!, quantity: 1, because: 'never-held', countsAs: 'surplus' },
      ],
    }),
  ],
  [
    'Handed over at leeds: 2 × SKU-1 (2 handed over although cancelled)',
    about('tributary.order.handed-over.v1', {
      ...at,
      lines: [],
      beyond: [{ ...lines[0]!, because: 'cancelled', countsAs: 'cancelled' }],
    }),
  ],
  [
    'Returned: 2 × SKU-1 (1 more than had left)',
    about('tributary.order.returned.v1', {
      returnId: 'R',
      refund: 0,
      lines: [{ ...lines[0]!, beyond: 1, disposition: 'restock' }],
    }),
  ],
  ['Carrier: at hub', about('tributary.order.tracked.v1', { shipmentId: 'A', status: 'at hub' })],
  [
    'Carrier: seen at Hull',
    about('tributary.order.tracked.v1', { shipmentId: 'A', status: 'seen', place: 'Hull' }),
  ],
  ['Delivered: 2 × SKU-1', about('tributary.order.delivered.v1', { shipmentId: 'A', lines })],
  ['Ready for pickup at leeds', about('tributary.order.pickup-ready.v1', at)],
  ['Handed over at leeds: 2 × SKU-1', about('tributary.order.handed-over.v1', { ...at, lines })],
  ['Held for fraud', about('tributary.order.held.v1', { reason: 'fraud', since: noon })],
  [
    'Held for csr (She calls back.)',
    about('tributary.order.held.v1', { reason: 'csr', since: noon, note: 'She calls back.' }),
  ],
  [
    'Released from fraud (Known from Leeds.)',
    about('tributary.order.hold-released.v1', { reason: 'fraud', upTo: noon, note: 'Known from Leeds.' }),
  ],
  [
    'Released from payment: paid',
    about('tributary.order.hold-released.v1', { reason: 'payment', upTo: noon, because: 'paid' }),
  ],
  [
    'Changed: now 2 × SKU-1, without 2 × SKU-1, line 1 no longer at 1.00 (agreed), with For the delay, another address, another contact, another note (She called.)',
    about('tributary.order.changed.v1', {
      ...unchanged,
      lines: lines.map((line) => ({ ...line, unitPrice: '0.90', amount: 180, method: 'ship' })),
      cancelled: lines,
      prices: [{ lineId: '1', from: '1.00', reason: 'agreed' }],
      charges: [{ code: 'voucher', name: 'For the delay', amount: -10 }],
      shipTo: { country: 'GB' },
      customer: { name: 'Ada' },
      note: 'Ring twice.',
      reason: 'She called.',
    }),
  ],
  [
    'Changed: with voucher',
    about('tributary.order.changed.v1', { ...unchanged, charges: [{ code: 'voucher', amount: -10 }] }),
  ],
  [
    'sourcing request changed',
    sourcing('tributary.sourcing.request-changed.v1', {
      orderId,
      request: { channel: 'web', whenShort: 'backorder', lines: [] },
    }),
  ],
  ['Not sourced while it is held', decided({ outcome: 'deferred', fulfilments: [] })],
  [
    'Return RMA-1 may come back: 2 × SKU-1',
    about('tributary.order.return-authorised.v1', {
      returnId: 'RMA-1',
      lines: lines.map((line) => ({ ...line, reason: 'faulty' })),
      worth: 200,
    }),
  ],
  [
    'Return RMA-1 may come back: 2 × SKU-1 although its time is over (She was ill.)',
    about('tributary.order.return-authorised.v1', {
      returnId: 'RMA-1',
      lines: lines.map((line) => ({ ...line, reason: 'faulty' })),
      worth: 200,
      despite: 'She was ill.',
    }),
  ],
  [
    'Return RMA-1 is not expected any more (Kept.)',
    about('tributary.order.return-called-off.v1', { returnId: 'RMA-1', reason: 'Kept.' }),
  ],
  [
    'Withdrawal W-1 by the consumer: 2 × SKU-1',
    about('tributary.order.withdrawn.v1', { ...withdrawn, cancelled: lines }),
  ],
  [
    'Withdrawal W-1 by the consumer: 2 × SKU-1, comes back as RMA-1',
    about('tributary.order.withdrawn.v1', { ...withdrawn, returnId: 'RMA-1' }),
  ],
  [
    'Change CP-1 waits for a supervisor: Line 1 would be 45 % below its price.',
    about('tributary.order.change-proposed.v1', {
      ...proposed,
      because: ['Line 1 would be 45 % below its price.'],
    }),
  ],
  [
    'Change CP-1 was refused (Too cheap.)',
    about('tributary.order.proposal-closed.v1', {
      proposalId: 'CP-1',
      outcome: 'refused',
      reason: 'Too cheap.',
    }),
  ],
  ['sourcing paused', sourcing('tributary.sourcing.paused.v1', { orderId })],
  ['sourcing resumed', sourcing('tributary.sourcing.resumed.v1', { orderId })],
  ['Payment A authorised', about('tributary.order.payment-authorised.v1', { paymentId: 'A', amount: 100 })],
  ['Payment A captured', about('tributary.order.payment-captured.v1', { paymentId: 'A', amount: 100 })],
  ['Payment A failed', about('tributary.order.payment-failed.v1', { paymentId: 'A' })],
  ['Payment A given up', about('tributary.order.payment-voided.v1', { paymentId: 'A' })],
  ['Payment A ran out', about('tributary.order.payment-expired.v1', { paymentId: 'A' })],
  ['Refund F1 issued', about('tributary.order.refunded.v1', { refundId: 'F1', amount: 100 })],
  [
    'What came back paid for desk.7',
    about('tributary.order.refunded.v1', { refundId: 'EX-9', amount: 100, exchangedFor: 'desk.7' }),
  ],
  [
    'Refund F2 issued by payment A',
    about('tributary.order.refunded.v1', { refundId: 'F2', paymentId: 'A', amount: 100 }),
  ],
  [
    'Refund asked for as goodwill: RR-4-1 by payment A, RR-4-2 by payment B (late)',
    about('tributary.order.refund-requested.v1', {
      refunds: [
        { refundId: 'RR-4-1', paymentId: 'A', amount: 60 },
        { refundId: 'RR-4-2', paymentId: 'B', amount: 40 },
      ],
      amount: 100,
      reason: 'late',
      goodwill: true,
    }),
  ],
  ['Refund RR-4-1 failed', about('tributary.order.refund-failed.v1', { refundId: 'RR-4-1' })],
  [
    'Refund RR-4-1 failed (card expired)',
    about('tributary.order.refund-failed.v1', { refundId: 'RR-4-1', reason: 'card expired' }),
  ],
  [
    'Returned to hull: 2 × SKU-1',
    about('tributary.order.returned.v1', {
      returnId: 'R1',
      location: 'hull',
      lines: lines.map((line) => ({ ...line, disposition: 'restock' })),
      refund: 0,
    }),
  ],
  [
    'Came back on this receipt: 2 × SKU-1 (50.00 EUR: 30.00 EUR by exchange, 20.00 EUR by cash)',
    about('tributary.order.goods-taken-back.v1', {
      ...takenBack,
      givenBy: [
        { method: 'exchange', amount: 3_000 },
        { method: 'cash', amount: 2_000 },
      ],
    }),
  ],
  [
    'Came back on this receipt: 2 × SKU-1 (50.00 EUR)',
    about('tributary.order.goods-taken-back.v1', { ...takenBack, givenBy: [] }),
  ],
  [
    'Came early, waits for shipment: shipment delivered',
    about('tributary.order.fact-parked.v1', {
      ...kept,
      occurredAt: '2026-03-02T12:00:00.000Z',
      waitsFor: 'shipment',
      data: {},
    }),
  ],
  [
    'Asked leeds to put back 2 × SKU-1',
    about('tributary.order.cancel-asked.v1', {
      lines: lines.map((line) => ({ ...line, fulfilmentId: 'S1-leeds', location: 'leeds' })),
    }),
  ],
  [
    'Not put back at leeds: 2 × SKU-1',
    about('tributary.order.cancel-declined.v1', {
      lines: lines.map((line) => ({ ...line, fulfilmentId: 'S1-leeds', location: 'leeds' })),
    }),
  ],
  ['No longer waits: shipment delivered', about('tributary.order.fact-resumed.v1', kept)],
  [
    'Without effect: shipment delivered (It was delivered before.)',
    about('tributary.order.fact-ignored.v1', {
      ...kept,
      code: 'already-delivered',
      reason: 'It was delivered before.',
    }),
  ],
];

describe('What a timeline says of each fact', () => {
  it.each(told)('%s', (summary, fact) => {
    expect(summaryOf(fact)).toBe(summary);
  });

  it('leaves no kind of fact of an order out', () => {
    const said = new Set(told.map(([, { type }]) => type));
    const shown = [...Object.keys(facts.order), ...Object.keys(facts.sourcing)].filter(
      (type) => /^tributary\.(order|sourcing)\./.test(type) && !said.has(type as TimelineEvent['type']),
    );
    expect(shown).toEqual([]);
  });
});
