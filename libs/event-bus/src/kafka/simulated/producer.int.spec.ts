import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Fate, fated } from '@tributary/event-store/simulated';
import { openProducer } from '../produce.ts';
import { SimulatedCluster, simulatedKafka } from './index.ts';

describe('What is sent to simulated brokers', () => {
  let cluster: SimulatedCluster;
  beforeEach(() => {
    cluster = new SimulatedCluster({ now: () => 7 });
    cluster.createTopic('orders', 2);
  });
  const kafka = (...fates: Fate[]) =>
    simulatedKafka({ cluster, weather: fated(fates, 'write'), clientId: 'a' });
  const written = (partition = 1) =>
    cluster.partition('orders', partition).records.map(({ value }) => `${value}`);
  const quick = { initialRetryTime: 1, maxRetryTime: 1, retries: 2 };
  const session = async (...fates: Fate[]) => {
    const producer = kafka('done', ...fates).producer({ idempotent: true, retry: quick });
    await producer.connect();
    return (...values: string[]) =>
      producer.send({ topic: 'orders', messages: values.map((value) => ({ value, partition: 1 })) });
  };

  it('lies in its partition in order, as it was sent', async () => {
    const send = await session();
    await send('1', '2');
    expect(await send('3')).toEqual([{ topicName: 'orders', partition: 1, errorCode: 0, baseOffset: '2' }]);
    expect(written()).toEqual(['1', '2', '3']);
    expect(written(0)).toEqual([]);
    const [first] = cluster.partition('orders', 1).records;
    expect(first).toEqual({
      key: null,
      value: Buffer.from('1'),
      headers: {},
      timestamp: '7',
      attributes: 0,
      offset: '0',
    });
  });

  it('is written once by a session, whatever it has to send again', async () => {
    const send = await session('lost', 'answer-lost', 'done', 'answer-lost');
    await send('1');
    await send('2');
    expect(written()).toEqual(['1', '2']);
  });

  it('is acknowledged without being written where a session goes on after a send that failed for good', async () => {
    const send = await session('answer-lost', 'answer-lost', 'answer-lost');
    await expect(send('1')).rejects.toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded' });
    await send('2');
    expect(written()).toEqual(['1']);
  });

  it('is written again by the session after one that gave up, and nothing is lost', async () => {
    const producer = openProducer({ kafka: kafka('done', ...Array<Fate>(6).fill('answer-lost')) });
    const outgoing = (value: string) => ({ topic: 'orders', partition: 1, message: { value } });
    await producer.publish([outgoing('1')]);
    await producer.publish([outgoing('2')]);
    expect(written()).toEqual(['1', '1', '2']);
    await producer.close();
  });

  it('is refused where there is no such topic', async () => {
    const producer = kafka().producer();
    await producer.connect();
    const sent = producer.send({ topic: 'carts', messages: [{ value: '1' }] });
    await expect(sent).rejects.toMatchObject({ type: 'UNKNOWN_TOPIC_OR_PARTITION', retriable: true });
  });
});
