import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { bareClients, event, of, plainly, record, refusal, shown } from './bare-client.ts';
import type { Fault } from './faults.ts';

/** Each way to append, and how it is told what its second version of the protocol has no words for. */
const ways: [string, (client: KurrentDBClient, number: number) => Promise<unknown>, string][] = [
  ['a batch', (client, number) => client.appendToStream('a', event(number)), 'named'],
  ['a plain append', (client, number) => client.appendToStream('a', event(number), plainly), 'named'],
  ['a session', (client, number) => client.multiStreamAppend([of('a', 'any', number)]), 'unknown'],
  ['checked records', (client, number) => client.appendRecords([record('a', number)]), 'unknown'],
];

describe('A fault of the double of KurrentDB', () => {
  const { started, connected, ended } = bareClients();
  afterEach(ended);

  describe.each(ways)('in %s', (_, append, rest) => {
    it.each<[Fault, string, string]>([
      ['lose-answer', 'unavailable', '0:1'],
      ['deadline', 'deadline-exceeded', '0:1'],
      ['lose-request', 'unavailable', 'stream-not-found'],
      ['apply-late', 'unavailable', 'stream-not-found'],
      ['not-leader', rest === 'named' ? 'not-leader' : rest, 'stream-not-found'],
      ['access-denied', rest === 'named' ? 'access-denied' : rest, 'stream-not-found'],
    ])('of the kind %s is told as %s and leaves %s, once', async (fault, type, left) => {
      const { double, client } = await started();
      double.faults.push(fault);
      expect(await refusal(append(client, 1))).toMatchObject({ type });
      expect(await shown(client, 'a')).toBe(left);
      expect(await refusal(append(client, 2))).toMatchObject({ type: 'none' });
    });
  });

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
