import { randomUUID } from 'node:crypto';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { BusMessage } from '../port.ts';
import { openShuffledBus } from './index.ts';
import { seededChance } from '@tributary/simulation';

const types = ['tributary.order.cancelled.v1', 'tributary.inventory.counted.v1'];
const topics = ['tributary.order.v1', 'tributary.inventory.v1'];

/** Twelve events of two streams on two topics, as one log has them. */
const aLog = async () => {
  const log = openSqliteEventLog(':memory:');
  for (let n = 0; n < 12; n += 1) {
    const event = { id: randomUUID(), type: types[n % 2]!, time: '2026-03-01T10:00:00.000Z', data: { n } };
    const stream = `${n % 4 < 2 ? 'a' : 'b'}-${n % 2}`;
    const append = {
      stream,
      expectedVersion: 'any' as const,
      events: [{ ...event, metadata: { source: 's' } }],
    };
    await log.forService(n % 2 === 0 ? 'order' : 'inventory').append([append]);
  }
  return log;
};

/** What a group heard of each stream, and in which order it heard of all. */
const heardFrom = async (seed: number, kind: 'message' | 'batch', repeats: number) => {
  const log = await aLog();
  const bus = openShuffledBus({ log, chance: seededChance(seed), repeats });
  const heard: BusMessage[] = [];
  const take = (messages: readonly BusMessage[]): Promise<void> =>
    Promise.resolve(void heard.push(...messages));
  await bus.subscribe(
    kind === 'message'
      ? { kind, group: 'g', topics, handle: (message) => take([message]) }
      : { kind, group: 'g', topics, checkpoints: () => Promise.resolve({}), handle: take },
  );
  await bus.settle();
  await log.close();
  return heard;
};

const versionsByStream = (heard: readonly BusMessage[]) =>
  Object.fromEntries(
    [...Map.groupBy(heard, ({ event }) => event.stream)].map(([stream, of]) => [
      stream,
      of.map(({ event }) => event.version),
    ]),
  );
const everyVersion = Object.fromEntries(['a-0', 'a-1', 'b-0', 'b-1'].map((stream) => [stream, [1, 2, 3]]));
const positions = (heard: readonly BusMessage[]) => heard.map(({ offset }) => offset);

describe('The shuffled bus', () => {
  it.each(['message', 'batch'] as const)(
    'keeps the order of a key, and no other, for a %s group',
    async (kind) => {
      const orders = new Set<string>();
      for (let seed = 0; seed < 20; seed += 1) {
        const heard = await heardFrom(seed, kind, 0);
        expect(versionsByStream(heard)).toEqual(everyVersion);
        orders.add(positions(heard).join());
      }
      expect(orders.size).toBeGreaterThan(5);
    },
  );

  it('tells the same in the same order for the same seed', async () => {
    expect(positions(await heardFrom(7, 'message', 0.2))).toEqual(
      positions(await heardFrom(7, 'message', 0.2)),
    );
  });

  it('repeats what was done last, in its order, and then goes on', async () => {
    const heard = await heardFrom(3, 'message', 0.5);
    expect(heard.length).toBeGreaterThan(12);
    for (const versions of Object.values(versionsByStream(heard))) {
      expect([...new Set(versions)].sort()).toEqual([1, 2, 3]);
      // Nothing is passed over: each is the one after what was furthest, or was told before.
      versions.reduce((furthest, version) => {
        expect(version).toBeLessThanOrEqual(furthest + 1);
        return Math.max(furthest, version);
      }, 0);
    }
  });

  it('goes on beside a handler that waits for another', async () => {
    const log = await aLog();
    const bus = openShuffledBus({ log, chance: seededChance(1) });
    const other = Promise.withResolvers<void>();
    await bus.subscribe({ kind: 'message', group: 'waits', topics, handle: () => other.promise });
    await bus.subscribe({
      kind: 'message',
      group: 'other',
      topics,
      handle: () => Promise.resolve(other.resolve()),
    });
    await bus.settle();
    expect(bus.status().map(({ lag }) => lag)).toEqual([0, 0]);
    await log.close();
  });

  it('ends with what a handler keeps throwing', async () => {
    const log = await aLog();
    const bus = openShuffledBus({ log, chance: seededChance(1) });
    const handle = () => Promise.reject(new Error('no such SKU'));
    await bus.subscribe({ kind: 'message', group: 'g', topics, handle });
    await expect(bus.settle()).rejects.toThrow('no such SKU');
    await log.close();
  });
});
