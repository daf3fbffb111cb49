import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '@tributary/event-store';
import { type Fate, fated } from '@tributary/event-store/simulated';
import { describeCluster, missingTopics } from '../cluster.ts';
import { Offsets } from '../offsets.ts';
import { TopicMismatch, ensureTopics } from '../topics.ts';
import { SimulatedCluster, simulatedKafka } from './index.ts';

const plan = (partitions: number) => ({
  namespace: 'spec.',
  topics: [{ name: 'orders', kind: 'facts' as const }],
  partitions,
  replication: 1,
});

describe('What simulated brokers are asked', () => {
  let cluster: SimulatedCluster;
  beforeEach(() => {
    cluster = new SimulatedCluster({ now: () => 0 });
  });
  const kafka = (...fates: Fate[]) => simulatedKafka({ cluster, weather: fated(fates), clientId: 'a' });

  it('is who they are and which topics they have', async () => {
    expect(await describeCluster(kafka())).toEqual({ id: 'simulated', brokers: 1 });
    expect(await missingTopics(kafka(), 'spec.', plan(2).topics)).toEqual(['orders']);
    await ensureTopics(kafka(), plan(2));
    await ensureTopics(kafka(), plan(2));
    expect(await missingTopics(kafka(), 'spec.', plan(2).topics)).toEqual([]);
    await expect(ensureTopics(kafka(), plan(3))).rejects.toThrow(TopicMismatch);
  });

  it('is where partitions begin and end, and what came at a moment', async () => {
    cluster.createTopic('orders', 2);
    const record = { key: null, value: null, headers: {} };
    cluster.partition('orders', 1).append(['0', '1000'].map((timestamp) => ({ ...record, timestamp })));
    const offsets = new Offsets(kafka());
    const bounds = Object.fromEntries(await offsets.bounds(['orders']));
    expect(bounds).toEqual({ 'orders:0': { low: 0, high: 0 }, 'orders:1': { low: 0, high: 2 } });
    const since = Object.fromEntries(await offsets.at('1970-01-01T00:00:00.500Z', ['orders']));
    expect(since).toEqual({ 'orders:0': 0, 'orders:1': 1 });
    await offsets.close();
  });

  it('is answered although a question and an answer were lost', async () => {
    expect(await describeCluster(kafka('lost', 'done', 'answer-lost'))).toMatchObject({ brokers: 1 });
  });

  it('is given up once no answer comes', async () => {
    const offsets = new Offsets(kafka(...Array<Fate>(6).fill('lost')));
    await expect(offsets.bounds([])).rejects.toThrow(StoreUnavailable);
    await offsets.close();
  });
});
