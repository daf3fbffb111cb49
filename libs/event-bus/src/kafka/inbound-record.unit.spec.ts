import { type InboundMessage, givenUp, readInbound } from './inbound-record.ts';

const at = { topic: 'tributary.inbound.stock.v1', place: 'shop.tributary.inbound.stock.v1/2@17' };
const event = {
  specversion: '1.0',
  id: '1',
  source: 'urn:wms',
  type: 'tributary.stock.counted.v1',
  data: { sku: 'MÜG', location: 'leeds', quantity: 4 },
};
const { data, ...attributes } = event;

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const ceHeaders = Object.fromEntries(
  Object.entries(attributes).map(([name, value]) => [`ce_${name}`, Buffer.from(value)]),
);
const read = (value: Buffer | null, headers?: InboundMessage['headers']) =>
  readInbound({ value, ...(headers && { headers }) }, at);
const reasonOf = (value: Buffer | null, headers?: InboundMessage['headers']) => {
  const record = read(value, headers);
  return record.kind === 'unreadable' ? record.reason : `readable: ${JSON.stringify(record.event)}`;
};
const nested = (levels: number) => Buffer.from('['.repeat(levels) + ']'.repeat(levels));

describe('A message on an entrance', () => {
  it.each([
    ['without headers, as a console producer sends it', undefined],
    [
      'with the content type of CloudEvents',
      { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
    ],
    ['with the content type of JSON', { 'Content-Type': Buffer.from('application/json') }],
    ['with headers of others', { traceparent: ['a', 'b'], 'x-shop': Buffer.from([0xff]) }],
    [
      'with attributes in headers too, where its content type says that it is whole',
      { 'content-type': 'application/cloudevents+json', ce_id: 'other' },
    ],
  ])('is an event in structured mode %s', (_, headers) => {
    expect(read(json(event), headers)).toEqual({ ...at, kind: 'event', event });
  });

  it.each([undefined, 'application/json', 'application/vnd.shop+json; charset=utf-8'])(
    'is an event in binary mode with its attributes in headers, its content type %s',
    (type) => {
      const headers = { ...ceHeaders, ...(type !== undefined && { 'content-type': type }) };
      expect(read(json(data), headers)).toEqual({
        ...at,
        kind: 'event',
        event: { ...event, ...(type !== undefined && { datacontenttype: type }) },
      });
    },
  );

  it('takes the one Boolean attribute from a header, and leaves anything else there for who checks it', () => {
    const imported = (ce_imported: string) => read(json(data), { ...ceHeaders, ce_imported });
    expect(imported('true')).toMatchObject({ event: { imported: true } });
    expect(imported('false')).toMatchObject({ event: { imported: false } });
    expect(imported('maybe')).toMatchObject({ event: { imported: 'maybe' } });
  });

  it('passes over a header without a value: the attribute is unset', () => {
    expect(read(json(data), { ...ceHeaders, ce_zone: null, ce_actor: undefined })).toMatchObject({ event });
  });

  it('is read with a byte-order mark, as over HTTP', () => {
    expect(read(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), json(event)]))).toMatchObject({ event });
  });

  it.each<[string, string, Buffer | null, InboundMessage['headers']?]>([
    ['a tombstone', 'tombstone', null],
    ['an empty value', 'empty', Buffer.alloc(0)],
    ['broken JSON', 'not acceptable JSON', Buffer.from('{"specversion":')],
    ['JSON that is no object', 'a JSON object', Buffer.from('"event"')],
    ['several events', 'one CloudEvent', json([event])],
    ['bytes that are no UTF-8', 'not valid UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['deep nesting', 'to a depth of 32', nested(33)],
    ['a name that forges a prototype', '__proto__', Buffer.from('{"data":{"\\u005f_proto__":{}}}')],
    ['a constructor that forges one', 'constructor', Buffer.from('{"constructor":{"prototype":{}}}')],
    ['another content type', 'not application/xml', json(event), { 'content-type': 'application/xml' }],
    [
      'a batch in structured mode',
      'not application/cloudevents-batch+json',
      json([event]),
      { 'content-type': 'application/cloudevents-batch+json' },
    ],
    ['a header that is there twice', 'ce_id is there twice', json(data), { ...ceHeaders, ce_id: ['1', '2'] }],
    ['a header in two spellings', 'CE_ID is there twice', json(data), { ...ceHeaders, CE_ID: '2' }],
    [
      'a header that is no text',
      'ce_id is no UTF-8',
      json(data),
      { ...ceHeaders, ce_id: Buffer.from([0xff]) },
    ],
    [
      'a header that names no attribute',
      'names no CloudEvents',
      json(data),
      { ...ceHeaders, ce_data_x: '1' },
    ],
    ['its data in a header', 'names no CloudEvents', json(data), { ...ceHeaders, ce_data: '{}' }],
    ['a tombstone with headers', 'tombstone', null, ceHeaders],
  ])('that is %s is unreadable, and says why', (...[, reason, value, headers]) => {
    expect(reasonOf(value, headers)).toContain(reason);
  });

  it('nests as deep as over HTTP, brackets in strings not counted', () => {
    const inside = { ...event, data: JSON.parse(nested(31).toString()) as unknown, note: '"[{'.repeat(50) };
    expect(read(json(inside))).toMatchObject({ kind: 'event', event: inside });
  });

  it('that nests so deep that a stack would overflow is unreadable, and says why', () => {
    expect(reasonOf(nested(1_000_000))).toContain('to a depth of 32');
  });

  it('that is unreadable is kept as it came', () => {
    expect(read(Buffer.from('{"a'))).toMatchObject({ ...at, kind: 'unreadable', raw: '{"a' });
    expect(read(null)).toMatchObject({ raw: '' });
    const bytes = Buffer.from([0xff, 0xfe, 0]);
    expect(read(bytes)).toMatchObject({
      raw: bytes.toString('base64'),
      reason: expect.stringContaining('base64'),
    });
  });

  it('that is long and unreadable is kept from its beginning, not cut inside a character', () => {
    const long = Buffer.from(`a${'ü'.repeat(1024 * 1024)}`);
    const record = read(long);
    expect(record).toMatchObject({
      raw: `a${'ü'.repeat(512 * 1024 - 1)}`,
      reason: expect.stringContaining('the first 1048576 of 2097153 bytes'),
    });
  });

  it('that could be read and cannot be taken in is kept whole with the reason', () => {
    const message = { value: json(event) };
    expect(givenUp(readInbound(message, at), message, 'It is too much.')).toEqual({
      ...at,
      kind: 'unreadable',
      raw: JSON.stringify(event),
      reason: 'It is too much.',
    });
  });
});
