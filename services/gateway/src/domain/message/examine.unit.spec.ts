import { type InboundTypeName, inboundTypes } from '@tributary/contracts';
import { type Acceptable, type Unacceptable, examine } from './examine.ts';

const receivedAt = '2026-03-02T12:00:00.000Z';
const line = { lineId: '1', sku: 'MUG', quantity: 1, unitPrice: '10.00' };
const fulfilment = { orderId: 'web.1', fulfilmentId: 'F1' };
const place = { sku: 'MUG', location: 'leeds' };
const order = { channel: 'web', number: '1', currency: 'EUR', lines: [line] };

interface Example {
  /** The least that says something. */
  readonly data: object;
  readonly key: string;
  /** A change that makes it wrong, and where the fault is then said to be. */
  readonly broken: readonly [data: object, pointer: string];
}

const examples: Record<InboundTypeName, Example> = {
  'tributary.order.captured.v1': {
    data: order,
    key: 'web.1',
    broken: [{ ...order, lines: [{ ...line, quantity: 0 }] }, '/data/lines/0/quantity'],
  },
  'tributary.order.change-requested.v1': {
    data: { orderId: 'web.1', change: { kind: 'deliver-to', shipTo: { country: 'GB' } } },
    key: 'web.1',
    broken: [{ orderId: 'web.1', change: { kind: 'deliver-to', shipTo: 'Britain' } }, '/data/change/shipTo'],
  },
  'tributary.order.cancel-requested.v1': {
    data: { orderId: 'web.1' },
    key: 'web.1',
    broken: [{ orderId: 'web.1', lines: [] }, '/data/lines'],
  },
  'tributary.order.hold-requested.v1': {
    data: { orderId: 'web.1', reason: 'fraud' },
    key: 'web.1',
    broken: [{ orderId: 'web.1', reason: 'Fraud?' }, '/data/reason'],
  },
  'tributary.order.release-requested.v1': {
    data: { orderId: 'web.1', reason: 'fraud' },
    key: 'web.1',
    broken: [{ orderId: 'web.1' }, '/data/reason'],
  },
  'tributary.sale.recorded.v1': {
    data: { ...order, location: 'leeds' },
    key: 'web.1',
    broken: [order, '/data/location'],
  },
  'tributary.payment.authorised.v1': {
    data: { orderId: 'web.1', paymentId: 'P1', amount: 0 },
    key: 'web.1',
    broken: [{ orderId: 'web.1', paymentId: 'P1', amount: -1 }, '/data/amount'],
  },
  'tributary.payment.captured.v1': {
    data: { orderId: 'web.1', paymentId: 'P1', amount: 100 },
    key: 'web.1',
    broken: [{ orderId: 'web.1', paymentId: 'P1', amount: 1.5 }, '/data/amount'],
  },
  'tributary.payment.failed.v1': {
    data: { orderId: 'web.1', paymentId: 'P1' },
    key: 'web.1',
    broken: [{ orderId: 'web.1', paymentId: '' }, '/data/paymentId'],
  },
  'tributary.payment.voided.v1': {
    data: { orderId: 'web.1', paymentId: 'P1' },
    key: 'web.1',
    broken: [{ orderId: 'web.1' }, '/data/paymentId'],
  },
  'tributary.payment.expired.v1': {
    data: { orderId: 'web.1', paymentId: 'P1' },
    key: 'web.1',
    broken: [{ orderId: 'web.1', paymentId: 'P1', amount: 5 }, '/data/amount'],
  },
  'tributary.refund.issued.v1': {
    data: { orderId: 'web.1', refundId: 'F1', amount: 100 },
    key: 'web.1',
    broken: [{ orderId: 'web.1', refundId: 'F1', amount: 100, currency: 'euro' }, '/data/currency'],
  },
  'tributary.refund.failed.v1': {
    data: { orderId: 'web.1', refundId: 'F1' },
    key: 'web.1',
    broken: [{ orderId: 'web.1' }, '/data/refundId'],
  },
  'tributary.stock.counted.v1': {
    data: { ...place, quantity: 0 },
    key: 'MUG@leeds',
    broken: [{ ...place, quantity: 0, countedAt: 'yesterday' }, '/data/countedAt'],
  },
  'tributary.stock.adjusted.v1': {
    data: { ...place, delta: -1, reason: 'broken' },
    key: 'MUG@leeds',
    broken: [{ ...place, delta: 0, reason: 'broken' }, '/data/delta'],
  },
  'tributary.stock.received.v1': {
    data: { ...place, quantity: 1 },
    key: 'MUG@leeds',
    broken: [{ ...place, sku: '', quantity: 1 }, '/data/sku'],
  },
  'tributary.stock.moved.v1': {
    data: { sku: 'MUG', from: 'leeds', to: 'york', quantity: 1 },
    key: 'MUG@leeds',
    broken: [{ sku: 'MUG', from: 'leeds', quantity: 1 }, '/data/to'],
  },
  'tributary.supply.expected.v1': {
    data: { ...place, purchaseOrder: 'PO1', quantity: 1, expectedAt: '2027-01-01T00:00:00Z' },
    key: 'MUG@leeds',
    broken: [{ ...place, purchaseOrder: 'PO1', quantity: 1, expectedAt: '2027-01-01' }, '/data/expectedAt'],
  },
  'tributary.fulfilment.accepted.v1': {
    data: fulfilment,
    key: 'web.1',
    broken: [{ ...fulfilment, fulfilmentID: 'F1' }, '/data/fulfilmentID'],
  },
  'tributary.fulfilment.picked.v1': {
    data: fulfilment,
    key: 'web.1',
    broken: [{ ...fulfilment, lines: [{ lineId: '1' }] }, '/data/lines/0/quantity'],
  },
  'tributary.fulfilment.shorted.v1': {
    data: { ...fulfilment, lines: [{ lineId: '1', quantity: 1, reason: 'damaged' }] },
    key: 'web.1',
    broken: [
      { ...fulfilment, lines: [{ lineId: '1', quantity: 1, reason: 'eaten' }] },
      '/data/lines/0/reason',
    ],
  },
  'tributary.fulfilment.packed.v1': {
    data: fulfilment,
    key: 'web.1',
    broken: [{ orderId: 'web.1' }, '/data/fulfilmentId'],
  },
  'tributary.shipment.dispatched.v1': {
    data: { ...fulfilment, shipmentId: 'S1' },
    key: 'web.1',
    broken: [{ ...fulfilment, shipmentId: 'S1', tracking: ' ' }, '/data/tracking'],
  },
  'tributary.shipment.tracked.v1': {
    data: { orderId: 'web.1', shipmentId: 'S1', status: 'in transit' },
    key: 'web.1',
    broken: [{ orderId: 'web.1', shipmentId: 'S1' }, '/data/status'],
  },
  'tributary.shipment.delivered.v1': {
    data: { orderId: 'web.1', shipmentId: 'S1' },
    key: 'web.1',
    broken: [{ orderId: 'web.1', shipmentId: 7 }, '/data/shipmentId'],
  },
  'tributary.pickup.ready.v1': {
    data: fulfilment,
    key: 'web.1',
    broken: [{ ...fulfilment, until: 'soon' }, '/data/until'],
  },
  'tributary.pickup.handed-over.v1': {
    data: fulfilment,
    key: 'web.1',
    broken: [{ ...fulfilment, collectedBy: '' }, '/data/collectedBy'],
  },
  'tributary.return.received.v1': {
    data: { returnId: 'R1', currency: 'EUR', lines: [] },
    key: 'R1',
    broken: [
      { returnId: 'R1', currency: 'EUR', lines: [{ sku: 'MUG', quantity: 1, refund: -1 }] },
      '/data/lines/0/refund',
    ],
  },
  'tributary.product.updated.v1': {
    data: { sku: 'MUG', name: 'Mug' },
    key: 'MUG',
    broken: [{ sku: 'MUG', name: 'Mug', attributes: { 'a/b~c': 1 } }, '/data/attributes/a~1b~0c'],
  },
  'tributary.location.updated.v1': {
    data: { locationId: 'leeds', name: 'Leeds', kind: 'store', address: { country: 'GB' }, capabilities: [] },
    key: 'leeds',
    broken: [
      {
        locationId: 'leeds',
        name: 'Leeds',
        kind: 'store',
        address: { country: 'GB', coordinates: { latitude: 91, longitude: 0 } },
        capabilities: [],
      },
      '/data/address/coordinates/latitude',
    ],
  },
  'tributary.postal-areas.updated.v1': {
    data: { country: 'GB', areas: [{ postalCode: 'LS1', latitude: 53.8, longitude: -1.5 }] },
    key: 'GB',
    broken: [
      { country: 'GB', areas: [{ postalCode: 'LS1', latitude: 91, longitude: -1.5 }] },
      '/data/areas/0/latitude',
    ],
  },
  'tributary.customer.updated.v1': {
    data: { id: 'C1' },
    key: 'C1',
    broken: [{ id: 'C1', email: ['ann@example.com'] }, '/data/email'],
  },
  'tributary.customer.linked.v1': {
    data: { customerId: 'C1', by: 'email', value: 'ann@example.com', why: 'She said so.' },
    key: 'C1',
    broken: [{ customerId: 'C1', by: 'id', value: 'C1', why: 'She said so.' }, '/data/value'],
  },
  'tributary.customer.unlinked.v1': {
    data: { customerId: 'C1', by: 'phone', value: '030 1234567', why: 'It is her father’s.' },
    key: 'C1',
    broken: [{ customerId: 'C1', by: 'phone', value: '110', why: 'It is her father’s.' }, '/data/value'],
  },
};

const event = (type: string, data: unknown, more: object = {}) => ({
  specversion: '1.0',
  id: 'e1',
  source: 'urn:shop',
  type,
  data,
  ...more,
});
const counted = (more: object = {}, data: object = {}) =>
  event('tributary.stock.counted.v1', { ...place, quantity: 4, ...data }, more);

const acceptedOf = (raw: unknown): Acceptable => {
  const examined = examine(raw, receivedAt);
  if (!examined.ok) throw new Error(JSON.stringify(examined.fault));
  return examined.message;
};
const faultOf = (raw: unknown): Unacceptable => {
  const examined = examine(raw, receivedAt);
  if (examined.ok) throw new Error('It was accepted.');
  return examined.fault;
};
const pointersOf = (raw: unknown): string[] => faultOf(raw).faults.map(({ pointer }) => pointer);

describe('Every kind of message an integrator may send', () => {
  const each = Object.entries(examples) as [InboundTypeName, Example][];

  it.each(each)('%s is taken in with the least that says something', (type, { data, key }) => {
    expect(acceptedOf(event(type, data))).toStrictEqual({
      id: 'e1',
      source: 'urn:shop',
      type,
      time: receivedAt,
      data,
      key,
      attributes: {},
    });
  });

  it.each(each)('%s says where it is wrong', (type, { broken: [data, pointer] }) => {
    const fault = faultOf(event(type, data));
    expect(fault).toMatchObject({ code: 'invalid-data', id: 'e1', source: 'urn:shop', type });
    expect(fault.faults.map((one) => one.pointer)).toEqual([pointer]);
    expect(fault.faults[0]!.message).not.toBe('');
  });

  it('is here', () => {
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(inboundTypes).toSorted());
  });
});

describe('A message at the door', () => {
  it('keeps what it says of itself, with its time as the moment it names', () => {
    expect(
      acceptedOf(
        counted({
          time: '2026-03-02T10:00:00+02:00',
          businessdate: '2026-03-02',
          zone: 'Europe/Berlin',
          actor: 'till 7',
          correlationid: 'c',
          imported: true,
          traceid: 'not read',
        }),
      ),
    ).toMatchObject({
      time: '2026-03-02T08:00:00.000Z',
      attributes: {
        businessdate: '2026-03-02',
        zone: 'Europe/Berlin',
        actor: 'till 7',
        correlationid: 'c',
        imported: true,
      },
    });
  });

  it.each([
    ['an attribute that is null', { subject: null, datacontenttype: null, imported: null, zone: null }],
    ['data_base64 that is null', { data_base64: null }],
    ['a media type in capitals', { datacontenttype: 'Application/JSON' }],
    ['a media type with a parameter', { datacontenttype: 'application/json ; charset=utf-8' }],
    ['a media type of its own that is JSON', { datacontenttype: 'application/vnd.shop.count+json' }],
  ])('may have %s', (_, more) => {
    const { time, attributes } = acceptedOf(counted({ time: null, ...more }));
    const { datacontenttype } = more as { datacontenttype?: string | null };
    expect({ time, attributes }).toStrictEqual({
      time: receivedAt,
      attributes: { ...(datacontenttype && { datacontenttype }) },
    });
  });

  it('may write its times with a small t and z', () => {
    const { time, data } = acceptedOf(
      counted({ time: '2026-01-02t03:04:05z' }, { countedAt: '2026-01-02t03:00:00z' }),
    );
    expect([time, data]).toEqual([
      '2026-01-02T03:04:05.000Z',
      { ...place, quantity: 4, countedAt: '2026-01-02T03:00:00Z' },
    ]);
  });

  it('is told that a time lacks its offset, and needs its id, source and type', () => {
    expect(faultOf(counted({ time: '2026-03-02T12:00:00' })).faults[0]!.message).toContain('offset');
    expect(pointersOf(counted({ id: null, source: null, type: null }))).toEqual(['/id', '/source', '/type']);
  });

  it('happened when it came, when it names no time', () => {
    expect(acceptedOf(counted()).time).toBe(receivedAt);
  });

  it.each([
    ['no object', 'text', ''],
    ['nothing', null, ''],
    ['a list', [counted()], ''],
    ['another version', counted({ specversion: '0.3' }), '/specversion'],
    ['no id', counted({ id: '' }), '/id'],
    ['a source with a line feed', counted({ source: 'a\nb' }), '/source'],
    ['a broken character', counted({ id: '\ud800' }), '/id'],
    ['a time of no calendar', counted({ time: '2026-02-30T00:00:00Z' }), '/time'],
    ['a time without offset', counted({ time: '2026-03-02T12:00:00' }), '/time'],
    ['a year of five digits', counted({ time: '9999-12-31T23:59:59-12:00' }), '/time'],
    ['a zone there is not', counted({ zone: 'Europe/Lundon' }), '/zone'],
    ['an offset for a zone', counted({ zone: '+01:00' }), '/zone'],
    ['other data than JSON', counted({ datacontenttype: 'text/xml' }), '/datacontenttype'],
    ['data that only begins as JSON', counted({ datacontenttype: 'application/jsonp' }), '/datacontenttype'],
  ])('is no CloudEvent with %s', (_, raw, pointer) => {
    expect(faultOf(raw).code).toBe('not-a-cloud-event');
    expect(pointersOf(raw)).toContain(pointer);
  });

  it('of a type nobody knows is told so, and cannot name a member of every object', () => {
    for (const type of [
      'tributary.order.placed.v2',
      'tributary.stock.counted.v2',
      'constructor',
      '__proto__',
    ])
      expect(faultOf(event(type, {}))).toMatchObject({
        code: 'unknown-type',
        type,
        faults: [{ pointer: '/type' }],
      });
  });

  it('has its data as JSON', () => {
    expect(faultOf(counted({ data_base64: 'e30=' }))).toMatchObject({
      code: 'invalid-data',
      faults: [{ pointer: '/data_base64' }],
    });
    expect(pointersOf(event('tributary.stock.counted.v1', undefined))).toEqual(['/data']);
  });

  it.each([{}, { imported: true }])(
    'may be five minutes ahead of our clock, as those of tills are, and no more: %j',
    (also) => {
      expect(acceptedOf(counted({ ...also, time: '2026-03-02T12:05:00Z' })).time).toBe(
        '2026-03-02T12:05:00.000Z',
      );
      expect(faultOf(counted({ ...also, time: '2026-03-02T12:05:00.001Z' }))).toMatchObject({
        code: 'time-in-the-future',
        faults: [{ pointer: '/time' }],
      });
    },
  );

  it('does not tell of what will be done', () => {
    expect(acceptedOf(counted({}, { countedAt: '2026-03-02T12:05:00Z' })).time).toBe(receivedAt);
    expect(pointersOf(counted({}, { countedAt: '2026-03-02T12:05:01Z' }))).toEqual(['/data/countedAt']);
    expect(pointersOf(counted({}, { countedAt: '2027-01-01T00:00:00Z' }))).toEqual(['/data/countedAt']);
    const done = { ...order, completedAt: '2027-01-01T00:00:00Z' };
    expect(pointersOf(event('tributary.order.captured.v1', done, { imported: true }))).toEqual([
      '/data/completedAt',
    ]);
  });

  it('is complete when it is captured only as imported history', () => {
    const done = { ...order, completedAt: '2026-03-01T00:00:00Z' };
    expect(faultOf(event('tributary.order.captured.v1', done))).toMatchObject({
      code: 'invalid-data',
      faults: [{ pointer: '/data/completedAt' }],
    });
    expect(acceptedOf(event('tributary.order.captured.v1', done, { imported: true })).data).toEqual(done);
  });

  it('adds up: a total, line ids, pickup places', () => {
    const fault = (data: object) => pointersOf(event('tributary.order.captured.v1', { ...order, ...data }));
    expect(fault({ total: 999 })).toEqual(['/data/total']);
    expect(fault({ lines: [line, line] })).toEqual(['/data/lines/1/lineId']);
    expect(fault({ lines: [{ ...line, method: 'pickup' }] })).toEqual(['/data/lines/0/pickupAt']);
    expect(fault({ lines: [{ ...line, pickupAt: 'leeds' }] })).toEqual(['/data/lines/0/pickupAt']);
  });

  it('names itself as far as it can be read', () => {
    const { id, source, type } = faultOf({
      id: 'x'.repeat(600),
      source: '',
      type: 'tributary.stock.counted.v1',
    });
    expect([id?.length, source, type]).toEqual([512, undefined, 'tributary.stock.counted.v1']);
  });

  it('with very many faults is told the first fifty', () => {
    const lines = Array.from({ length: 80 }, (_, index) => ({ ...line, lineId: `${index}`, quantity: 0 }));
    expect(pointersOf(event('tributary.order.captured.v1', { ...order, lines }))).toHaveLength(50);
  });
});
