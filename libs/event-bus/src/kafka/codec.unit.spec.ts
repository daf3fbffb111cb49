import { describe, expect, it } from '@jest/globals';
import { EventHeaders } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { UndecodableMessage, decodeEvent, encodeEvent, mustBeEpoch } from './codec.ts';

const event: RecordedEvent = {
  id: '018f0000-0000-8000-a000-000000000001',
  type: 'tributary.order.tracked.v1',
  time: '2026-03-01T10:00:00.000Z',
  recordedTime: '2026-03-01T10:00:01.000Z',
  data: { n: 1, where: 'Zürich' },
  metadata: { source: 'tributary/order', correlationId: 'c', imported: true },
  position: 12,
  stream: 'order/order-web.1',
  version: 3,
};

const received = (headers: Record<string, string | undefined> = {}) => {
  const encoded = encodeEvent(event, 'first');
  return { value: encoded.value, headers: { ...encoded.headers, ...headers } };
};

describe('An event on Kafka', () => {
  it('comes out as it went in, with its position in its log and the epoch of that', () => {
    expect(decodeEvent(received())).toEqual({ event, position: 12, epoch: 'first' });
    expect(received().headers).toMatchObject({
      ce_logposition: '12',
      ce_logepoch: 'first',
      ce_sequence: '3',
    });
  });

  it('has the headers of the contract', () => {
    const { headers } = encodeEvent(event, 'first');
    expect(EventHeaders.strict().parse(headers)).toEqual(headers);
  });

  it('lies where everything about the same thing lies, under the key of its stream', () => {
    const { topic, key, partitionKey } = encodeEvent(event, 'first');
    expect([topic, key, partitionKey]).toEqual(['tributary.order.v1', 'order-web.1', 'web.1']);
  });

  it.each([
    { ce_logposition: undefined },
    { ce_logposition: '-1' },
    { ce_logepoch: 'a:b' },
    { ce_specversion: '0.3' },
  ])('is none of ours with %j', (headers) => {
    expect(() => decodeEvent(received(headers))).toThrow(UndecodableMessage);
  });

  it('comes of a log whose epoch can be part of a name', () => {
    expect(mustBeEpoch('2026-03_a')).toBe('2026-03_a');
    for (const epoch of ['', 'a:b', 'x'.repeat(65)]) expect(() => mustBeEpoch(epoch)).toThrow(RangeError);
  });
});
