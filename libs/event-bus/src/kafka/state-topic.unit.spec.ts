import { describe, expect, it } from '@jest/globals';
import { StateHeaders, stateTopics } from '@tributary/contracts';
import type { StateRecord } from '../port.ts';
import { UndecodableMessage, decodeState } from './codec.ts';
import type { Outgoing } from './produce.ts';
import { openStateTopic } from './state-topic.ts';
import { partitionOf } from './topics.ts';

const common = { namespace: 'shop.', partitions: 12, source: 'tributary/inventory' };
const time = '2026-03-01T10:00:00.000Z';
const level: StateRecord = { key: 'A/B@leeds', data: { sku: 'A/B', location: 'leeds', onHand: 3 }, time };

const published = async (state: StateRecord): Promise<Outgoing> => {
  const sent: Outgoing[] = [];
  const producer = {
    publish: (messages: readonly Outgoing[]) => Promise.resolve(void sent.push(...messages)),
    problem: undefined,
    close: () => Promise.resolve(),
  };
  await openStateTopic({ ...common, producer, topic: stateTopics.stock }).publish([state]);
  return sent[0]!;
};
const read = ({ message }: Outgoing, headers = message.headers as Record<string, string>) =>
  decodeState({ value: message.value as Buffer | null, headers }, 7);

describe('A state on Kafka', () => {
  it('comes out as it went in, at its offset', async () => {
    expect(read(await published(level))).toMatchObject({
      type: stateTopics.stock,
      time,
      data: level.data,
      metadata: { source: 'tributary/inventory' },
      position: 7,
      stream: '/A/B@leeds',
    });
  });

  it('is a tombstone where there is no such thing any more', async () => {
    const gone = await published({ key: level.key, time });
    expect(gone.message.value).toBeNull();
    expect(read(gone)).toMatchObject({ data: null, stream: '/A/B@leeds' });
  });

  it('lies under its key in the partition of the number where its facts lie', async () => {
    const { topic, partition, message } = await published(level);
    expect([topic, partition, message.key]).toEqual([
      'shop.tributary.state.stock.v1',
      partitionOf('A/B@leeds', 12),
      'A/B@leeds',
    ]);
  });

  it('has the headers of the contract, and its id again when it is published again', async () => {
    const [first, again, other] = await Promise.all([
      published(level),
      published(level),
      published({ ...level, data: { ...level.data, onHand: 4 } }),
    ]);
    expect(StateHeaders.strict().parse(first.message.headers)).toEqual(first.message.headers);
    expect(read(again).id).toBe(read(first).id);
    expect(read(other).id).not.toBe(read(first).id);
  });

  it('is none of ours without a key, and where its value is empty and no tombstone', async () => {
    const state = await published(level);
    const { ce_subject: _, ...headers } = state.message.headers as Record<string, string>;
    expect(() => read(state, headers)).toThrow(UndecodableMessage);
    const empty = { ...state, message: { ...state.message, value: Buffer.alloc(0) } };
    expect(() => read(empty)).toThrow(UndecodableMessage);
  });

  it('is published to topics of states only', () => {
    const producer = { publish: () => Promise.resolve(), problem: undefined, close: () => Promise.resolve() };
    expect(() => openStateTopic({ ...common, producer, topic: 'tributary.order.v1' })).toThrow(RangeError);
  });
});
