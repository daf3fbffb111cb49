import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { ANY, KurrentDBClient, jsonEvent } from '@kurrent/kurrentdb-client';
import { anEvent, ascends, followFor, idsOf, positionsOf, someEvents, to } from '../contract/subject.ts';
import type { ChainFault } from '../port.ts';
import {
  type Fault,
  type KurrentDouble,
  type KurrentDoubleOptions,
  startKurrentDouble,
} from './double/index.ts';
import { type KurrentEventLog, type KurrentEventLogOptions, openKurrentEventLog } from './index.ts';

let double: KurrentDouble;
let logs: KurrentEventLog[];
let name: string;

const start = async (options: KurrentDoubleOptions = {}): Promise<void> => {
  double.stop();
  double = await startKurrentDouble(options);
};

const open = async (options: Partial<KurrentEventLogOptions> = {}): Promise<KurrentEventLog> => {
  const log = await openKurrentEventLog({ url: double.url, name, ...options });
  logs.push(log);
  return log;
};

const faultsIn = async (log: KurrentEventLog): Promise<string[]> => {
  const found: ChainFault[] = [];
  for await (const fault of log.verify()) found.push(fault);
  return found.map(({ stream, version }) => `${stream}@${version}`);
};

/** Past the adapter, as somebody with a client of their own. */
const bare = async <T>(work: (client: KurrentDBClient) => Promise<T>): Promise<T> => {
  const client = KurrentDBClient.connectionString(double.url);
  return work(client).finally(() => client.dispose());
};

beforeEach(async () => {
  double = await startKurrentDouble();
  logs = [];
  name = `spec_${randomBytes(6).toString('hex')}`;
});
afterEach(async () => {
  for (const log of logs) await log.close();
  double.stop();
});

describe('The event store on a double of KurrentDB, when the server fails', () => {
  it.each<Fault>(['lose-answer', 'deadline', 'lose-request', 'apply-late', 'not-leader'])(
    'records an append once and answers it as recorded now after %s',
    async (fault) => {
      const log = await open();
      const store = log.forService('order');
      await store.append([to('order-1', 0, anEvent())]);
      double.faults.push(fault);
      const event = anEvent();
      const [first, beside] = await Promise.all([
        store.append([to('order-1', 1, event)]),
        store.append([to('order-2', 0, ...someEvents(2))]),
      ]);
      double.applyLate();
      expect(first).toMatchObject({ versions: [2], duplicate: false });
      expect(beside).toMatchObject({ versions: [2], duplicate: false });
      expect(await store.append([to('order-1', 1, event)])).toEqual({ ...first, duplicate: true });
      const other = (await open()).forService('order');
      expect(await other.append([to('order-1', 1, event)])).toEqual({ ...first, duplicate: true });
      expect(await store.readAll(0, 100)).toHaveLength(4);
      expect(await faultsIn(log)).toEqual([]);
    },
  );

  it('records everything once, in order, while connections and answers are lost again and again', async () => {
    const log = await open();
    const store = log.forService('order');
    const events = someEvents(200);
    let answered = 0;
    const disturbing = (async () => {
      for (let n = 0; n < 20 && answered < events.length; n += 1) {
        if (n % 3 === 0) double.dropConnections();
        else double.faults.push(n % 3 === 1 ? 'lose-answer' : 'lose-request');
        await store.readStream('order-1', { limit: 1 });
      }
    })();
    const seen = followFor(log.all, 0, events.length);
    const results = await Promise.all(
      events.map((event, n) =>
        store.append([to(`order-${n % 10}`, Math.floor(n / 10), event)]).finally(() => (answered += 1)),
      ),
    );
    await disturbing;
    expect(results.map(({ duplicate }) => duplicate)).toEqual(events.map(() => false));
    const recorded = results.flatMap(({ recorded }) => recorded);
    expect(ascends(positionsOf(recorded))).toBe(true);
    expect(await seen).toEqual(recorded.map((event) => ({ ...event, stream: `order/${event.stream}` })));
    expect(await faultsIn(log)).toEqual([]);
  });

  it('gives a follower everything once while the server goes away and comes back', async () => {
    const log = await open();
    const store = log.forService('order');
    const ids: string[] = [];
    const seen = followFor(store, 0, 60);
    for (let n = 0; n < 20; n += 1) {
      const events = someEvents(3);
      ids.push(...idsOf(events));
      await store.append([to('order-1', 'any', ...events)]);
      if (n % 5 === 1) double.dropSubscriptions();
      if (n % 5 === 3) {
        double.stop();
        await double.start();
      }
    }
    expect(idsOf(await seen)).toEqual(ids);
  });

  it.each(['25.1', '26.1'] as const)(
    'answers the places where events stand though a server of %s is late to tell of them',
    async (version) => {
      await start({ version });
      const store = (await open()).forService('order');
      double.holdSubscriptions();
      const answers = await Promise.all(
        [1, 2, 3].map((n) => store.append([to(`order-${n}`, 0, ...someEvents(n))])),
      );
      const answered = answers.flatMap(({ recorded }) => positionsOf(recorded));
      expect(answered).toEqual(positionsOf(await store.readAll(0, 100)));
      expect(answers.at(-1)!.position).toBe(await store.head());
    },
  );

  it('says that it does not answer once it was away for long, and takes the same append when it is back', async () => {
    const store = (await open()).forService('order');
    const event = anEvent();
    double.stop();
    const refused = store.append([to('order-1', 0, event)]);
    await expect(refused).rejects.toMatchObject({ code: 'store-unavailable' });
    await double.start();
    expect(await store.append([to('order-1', 0, event)])).toMatchObject({ versions: [1] });
  });

  it('tells who stands on an append that the server left unanswered, and refuses them', async () => {
    const store = (await open()).forService('order');
    double.faults.push(...Array.from({ length: 9 }, (): Fault => 'lose-request'));
    const [first, second] = await Promise.allSettled([
      store.append([to('order-1', 0, anEvent())]),
      store.append([to('order-1', 1, anEvent())]),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
    expect(await store.readStream('order-1')).toEqual([]);
  });

  it('is not opened where no server answers', async () => {
    double.stop();
    await expect(open()).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

describe('The event store on a double of KurrentDB, when it is not as needed', () => {
  it('refuses a server that cannot append to several streams, in one sentence', async () => {
    await start({ version: '24.10' });
    await expect(open()).rejects.toThrow(/^This server cannot .* KurrentDB 25\.1 or later is needed\.$/);
  });

  it('refuses an account that may not, without a word of its password', async () => {
    await start({ credentials: { user: 'shop', password: 'right' } });
    const url = double.url.replace('//', '//shop:wrong-secret@');
    const refused = await open({ url }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'store-unavailable' });
    expect((refused as Error).message).toMatch(/refuses the account/);
    expect(JSON.stringify([refused, (refused as Error).stack])).not.toContain('wrong-secret');
  });

  it('takes an account by its address, over TLS', async () => {
    await start({ credentials: { user: 'shop', password: 'right' } });
    const log = await open({ url: double.url.replace('//', '//shop:right@') });
    const { recorded } = await log.forService('order').append([to('order-1', 0, ...someEvents(3))]);
    expect(await followFor(log.forService('order'), 0, 3)).toEqual(recorded);
  });

  it.each(['kurrentdb://me:a-secret@', 'kurrentdb://me:a-secret@one:port', 'redis://me:a-secret@one'])(
    'refuses the address %s without repeating it',
    async (url) => {
      const refused = await open({ url }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RangeError);
      expect((refused as Error).message).not.toContain('a-secret');
    },
  );

  it('names the file of an authority that is not there', async () => {
    const url = `${double.url.replace('tls=false', 'tls=true')}&tlsCaFile=/nowhere/ca.crt`;
    await expect(open({ url })).rejects.toThrow(/names a file that is not there/);
  });

  it('refuses an event that is larger than the server takes, and records those beside it', async () => {
    const store = (await open()).forService('order');
    const [large, small] = await Promise.allSettled([
      store.append([to('order-1', 0, anEvent({ data: { text: 'x'.repeat(1_100_000) } }))]),
      store.append([to('order-2', 0, anEvent())]),
    ]);
    expect(large).toMatchObject({ status: 'rejected', reason: { name: 'RangeError' } });
    expect(String((large as PromiseRejectedResult).reason)).toMatch(/MaxAppendSize/);
    expect(small.status).toBe('fulfilled');
  });

  it('refuses ids and names that the server would not keep as they are', async () => {
    const store = (await open()).forService('order');
    for (const refused of [
      store.append([to('order-1', 0, anEvent({ id: 'not-a-uuid' }))]),
      store.append([to('order-\ud800', 0, anEvent())]),
    ])
      await expect(refused).rejects.toBeInstanceOf(RangeError);
  });

  it('refuses a log that a newer version has changed', async () => {
    await bare((client) =>
      client.appendToStream(
        `${name}~about`,
        jsonEvent({ type: 'log-made', data: { format: 2, epoch: 'e' } }),
      ),
    );
    await expect(open()).rejects.toThrow(/newer version/);
  });
});

describe('The event store on a double of KurrentDB, when somebody was at its streams', () => {
  const stream = () => `${name}.order/order-1`;

  it.each<[string, (client: KurrentDBClient) => Promise<unknown>]>([
    ['deleted', (client) => client.deleteStream(stream())],
    ['deleted for ever', (client) => client.tombstoneStream(stream())],
  ])('takes no more once a stream was %s, and tells whoever runs it', async (_, work) => {
    const told: unknown[] = [];
    const log = await open({ onFatal: (error) => told.push(error) });
    const store = log.forService('order');
    await store.append([to('order-1', 0, ...someEvents(3))]);
    await bare(work);
    const other = (await open({ onFatal: (error) => told.push(error) })).forService('order');
    await expect(other.append([to('order-1', 'any', anEvent())])).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    await expect(other.append([to('order-2', 0, anEvent())])).rejects.toThrow(/damaged/);
    expect(told).toHaveLength(1);
  });

  it('shows what was changed, cut off, deleted or written by somebody else', async () => {
    const log = await open();
    const store = log.forService('order');
    const { recorded } = await store.append([to('order-1', 0, ...someEvents(3))]);
    await store.append([to('order-2', 0, ...someEvents(3))]);
    await store.append([to('order-3', 0, ...someEvents(3))]);
    await store.append([to('order-4', 0, ...someEvents(3))]);
    expect(await faultsIn(log)).toEqual([]);
    double.damage(BigInt(recorded[1]!.position), Buffer.from('{"quantity":9}'));
    await bare(async (client) => {
      await client.setStreamMetadata(`${name}.order/order-2`, { truncateBefore: 1 });
      await client.deleteStream(`${name}.order/order-3`);
      const foreign = jsonEvent({ type: 'OrderPlaced', data: {} });
      await client.appendToStream(`${name}.order/order-4`, foreign, { streamState: ANY });
    });
    expect(await faultsIn(log)).toEqual(
      expect.arrayContaining(['order/order-1@2', 'order/order-2@1', 'order/order-3@1', 'order/order-4@4']),
    );
  });

  it('tells who reads it of what somebody else wrote', async () => {
    const store = (await open()).forService('order');
    await bare((client) =>
      client.appendToStream(stream(), jsonEvent({ type: 'OrderPlaced', data: {}, metadata: { a: 'b' } })),
    );
    await expect(store.readStream('order-1')).rejects.toThrow(/not Tributary's/);
  });
});

describe('The event store on a double of KurrentDB that looks at streams by a mark (25.1)', () => {
  it('reads on past marks, counts no version for one, and moves whoever looked at the stream before', async () => {
    await start({ version: '25.1' });
    const log = await open();
    const store = log.forService('order');
    const other = (await open()).forService('order');
    await store.append([to('stock-1', 0, ...someEvents(2))]);
    for (let n = 0; n < 5; n += 1)
      await other.append([to(`order-${n}`, 0, anEvent())], [{ stream: 'stock-1', version: 2 }]);
    expect((await store.append([to('stock-1', 2, ...someEvents(2))])).versions).toEqual([4]);
    await other.append([to('order-5', 0, anEvent())], [{ stream: 'stock-1', version: 4 }]);
    const versions = async (options: Parameters<typeof store.readStream>[1]) =>
      (await store.readStream('stock-1', options)).map(({ version }) => version);
    expect(await versions({})).toEqual([1, 2, 3, 4]);
    expect(await versions({ from: 2, limit: 2 })).toEqual([2, 3]);
    expect(await versions({ direction: 'backward', from: 3, limit: 2 })).toEqual([3, 2]);
    expect(await versions({ direction: 'backward', limit: 1 })).toEqual([4]);
    const all = await store.readAll(0, 100);
    expect(all).toHaveLength(10);
    expect(await store.head()).toBe(all.at(-1)!.position);
    expect(idsOf(await followFor(store, 0, 10))).toEqual(idsOf(all));
    expect(await faultsIn(log)).toEqual([]);
  });
});

describe('A lease on a double of KurrentDB', () => {
  it('goes to another when its holder stands still, whose work is told to end', async () => {
    const [one, other] = await Promise.all([open({ leaseTime: 400 }), open({ leaseTime: 400 })]);
    const stop = new AbortController();
    const held = Promise.withResolvers<AbortSignal>();
    const holding = one.coordination.alone('relay', stop.signal, async (signal) => {
      held.resolve(signal);
      if (!signal.aborted) await once(signal, 'abort');
    });
    const signal = await held.promise;
    // As if it had stood still: its lease is another's.
    await bare((client) =>
      client.appendToStream(`${name}~lease-relay`, jsonEvent({ type: 'lease', data: { holder: 'another' } })),
    );
    if (!signal.aborted) await once(signal, 'abort');
    stop.abort();
    await holding;
    const taken = new AbortController();
    await other.coordination.alone('relay', taken.signal, async () => taken.abort());
    expect(taken.signal.aborted).toBe(true);
  });

  it('is lost in time by a holder that the server does not answer', async () => {
    const { coordination } = await open({ leaseTime: 400 });
    const stop = new AbortController();
    let ended = false;
    const holding = coordination.alone('relay', stop.signal, async (signal) => {
      double.stop();
      await once(signal, 'abort');
      ended = !stop.signal.aborted;
      stop.abort();
    });
    await holding;
    expect(ended).toBe(true);
    await double.start();
  });
});
