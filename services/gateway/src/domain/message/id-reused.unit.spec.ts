import { type Acceptable, examine } from './examine.ts';
import { type Known, idReused } from './id-reused.ts';

const event = {
  specversion: '1.0',
  id: 'x-1',
  source: 'urn:erp',
  type: 'tributary.stock.received.v1',
  time: '2026-03-02T12:00:00Z',
  data: { sku: 'MUG', location: 'leeds', quantity: 7 },
};
const first = '2026-03-02T12:00:05.000Z';
const later = '2026-03-02T12:09:00.000Z';

const messageOf = (more: object, receivedAt: string): Acceptable => {
  const examined = examine({ ...event, ...more }, receivedAt);
  if (!examined.ok) throw new Error(JSON.stringify(examined.fault));
  return examined.message;
};

/** As the log gives it back. */
const recorded = (more: object = {}): Known => {
  const { type, time, data, attributes } = messageOf(more, first);
  const { businessdate, zone, imported } = attributes;
  const metadata = {
    ...(businessdate && { businessDate: businessdate }),
    ...(zone && { zone }),
    ...(imported && { imported }),
  };
  return JSON.parse(JSON.stringify({ type, time, data, metadata })) as Known;
};

const differences = (again: object, before: object = {}): string[] =>
  idReused(messageOf(again, later), recorded(before), later)?.faults.map(({ pointer }) => pointer) ?? [];

describe('A message under an id that is known', () => {
  it.each<[string, object, object]>([
    ['as it was', {}, {}],
    ['with its members in another order', { data: { quantity: 7, location: 'leeds', sku: 'MUG' } }, {}],
    ['with its time in another offset', { time: '2026-03-02T13:00:00+01:00' }, {}],
    ['without a time, as the first was', { time: undefined }, { time: undefined }],
    ['with attributes written as null', { businessdate: null, zone: null, imported: false }, {}],
    ['from another actor, in another trace', { actor: 'ann', traceparent: '00-1', correlationid: 'c' }, {}],
  ])('is a repeat %s', (_, again, before) => {
    expect(differences(again, before)).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['other data', { data: { ...event.data, quantity: 70 } }, ['/data']],
    ['data that says more', { data: { ...event.data, purchaseOrder: 'PO1' } }, ['/data']],
    ['another time', { time: '2026-03-02T12:00:01Z' }, ['/time']],
    ['another business date', { businessdate: '2026-03-01' }, ['/businessdate']],
    ['another zone', { zone: 'Europe/London' }, ['/zone']],
    ['a mark as history', { imported: true }, ['/imported']],
    [
      'another type',
      { type: 'tributary.payment.captured.v1', data: { orderId: 'web.1', paymentId: 'p', amount: 9 } },
      ['/type', '/data'],
    ],
  ])('is none with %s, and is told what differs', (_, again, pointers) => {
    expect(differences(again)).toEqual(pointers);
  });
});
