import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { bareClients, event, of, plainly, record, refusal, shown } from './bare-client.ts';
import type { Fault } from './faults.ts';

/** Each way to append; the second version of the protocol has refusals that the client has no name for. */
const ways: [
  string,
  (client: KurrentDBClient, stream: string, number: number) => Promise<unknown>,
  'named' | 'unnamed',
][] = [
  ['a batch', (client, stream, number) => client.appendToStream(stream, event(number)), 'named'],
  [
    'a plain append',
    (client, stream, number) => client.appendToStream(stream, event(number), plainly),
    'named',
  ],
  ['a session', (client, stream, number) => client.multiStreamAppend([of(stream, 'any', number)]), 'unnamed'],
  ['checked records', (client, stream, number) => client.appendRecords([record(stream, number)]), 'unnamed'],
];

describe.each(ways)('A fault of the double of KurrentDB in %s', (_, append, refusals) => {
  const { started, ended } = bareClients();
  let running: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    running = await started();
  });
  afterAll(ended);

  it.each<[Fault, string, string]>([
    ['lose-answer', 'unavailable', '0:1'],
    ['deadline', 'deadline-exceeded', '0:1'],
    ['lose-request', 'unavailable', 'stream-not-found'],
    ['apply-late', 'unavailable', 'stream-not-found'],
    ['not-leader', refusals === 'named' ? 'not-leader' : 'unknown', 'stream-not-found'],
    ['access-denied', refusals === 'named' ? 'access-denied' : 'unknown', 'stream-not-found'],
  ])('of the kind %s is told as %s and leaves %s, once', async (fault, type, left) => {
    const { double, client } = running;
    double.faults.push(fault);
    expect(await refusal(append(client, fault, 1))).toMatchObject({ type });
    expect(await shown(client, fault)).toBe(left);
    expect(await refusal(append(client, fault, 2))).toMatchObject({ type: 'none' });
  });
});

describe('A fault of the double of KurrentDB', () => {
  const { started, connected, ended } = bareClients();
  afterEach(ended);

  it('of an append that comes late makes it only then, in its order', async () => {
    const { double, client } = await started();
    double.faults.push('apply-late', 'apply-late');
    for (const number of [1, 2]) await refusal(client.appendToStream('a', event(number)));
    await client.appendToStream('a', event(3));
    double.applyLate();
    expect(await shown(client, 'a')).toBe('0:3 1:1 2:2');
  });

  it('names the leader to the first version of the protocol', async () => {
    const { double, client } = await started();
    double.faults.push('not-leader');
    const { port } = new URL(double.url.replace('kurrentdb:', 'http:'));
    expect(await refusal(client.appendToStream('a', event(1)))).toMatchObject({
      leader: { address: '127.0.0.1', port: Number(port) },
    });
  });

  it('that stops the server keeps its log and its port', async () => {
    const { double, client } = await started();
    await client.appendToStream('a', event(1));
    double.stop();
    await double.start();
    expect(await shown(connected(double.url), 'a')).toBe('0:1');
  });
});
