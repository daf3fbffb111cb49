import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import fc from 'fast-check';
import { ToldEvent } from '../../domain/feed/told-event.ts';
import { triedFor } from '../../domain/webhooks/retries.ts';
import type { FeedPart } from '../feed/feed.ts';
import { Delivery } from './delivery.ts';
import { DeliveryLog } from './delivery-log.ts';
import type { Clock, Posted } from './outgoing.ts';

const opening = Date.UTC(2026, 2, 2, 12);
const hour = 3_600_000;
const taken: Posted = { status: 204 };
const refused: Posted = { status: 500 };
const away: Posted = { unreachable: 'it could not be reached' };

/** Time that passes as soon as everybody waits for it, in the order in which they wake. */
class QuickClock implements Clock {
  private time = opening;
  private waiting: { readonly at: number; readonly wake: () => void }[] = [];
  private isTurning = false;

  now(): number {
    return this.time;
  }

  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiter = { at: this.time + milliseconds, wake: resolve };
      this.waiting.push(waiter);
      signal.addEventListener('abort', () => {
        this.waiting = this.waiting.filter((each) => each !== waiter);
        resolve();
      });
      void this.turn();
    });
  }

  private async turn(): Promise<void> {
    if (this.isTurning) return;
    this.isTurning = true;
    while (this.waiting.length > 0) {
      for (let calm = 0; calm < 3; calm += 1) await new Promise(setImmediate);
      const next = this.waiting.toSorted((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((each) => each !== next);
      this.time = Math.max(this.time, next.at);
      next.wake();
    }
    this.isTurning = false;
  }
}

const toldOf = (order: string, version: number) =>
  new ToldEvent({
    position: 0,
    stream: `order/order-${order}`,
    version,
    id: `${order}/${version}`,
    type: 'tributary.order.shipped.v1',
    time: new Date(opening).toISOString(),
    recordedTime: new Date(opening).toISOString(),
    data: { orderId: order },
    metadata: { source: 'tributary/order' },
  });

interface Told {
  /** What the receiver answers to each message, by its id and how often it was asked before. */
  readonly answer: (eventId: string, before: number, now: number) => Posted;
  readonly orders: readonly string[];
}

describe('Delivery to a receiver', () => {
  let store: ReadStore;
  beforeEach(() => {
    store = openSqliteReadStore(':memory:');
  });
  afterEach(() => store.close());

  /** Delivers one message of each order named, as often as it is named, until none is left or it pauses. */
  const deliver = async ({ answer, orders }: Told) => {
    const clock = new QuickClock();
    const versions = new Map<string, number>();
    const events = orders.map((order, index) => {
      versions.set(order, (versions.get(order) ?? 0) + 1);
      return { told: toldOf(order, versions.get(order)!), cursor: String(index + 1) };
    });
    const [asked, takenIds, givenUp, reached] = [[], [], [], []] as string[][] as [
      string[],
      string[],
      string[],
      string[],
    ];
    const times: number[] = [];
    let pausedBecause: string | undefined;
    let most = 0;
    let underWay = 0;
    const stopping = new AbortController();
    const isOver = () => takenIds.length + givenUp.length === events.length;
    const stopWhenOver = () => {
      if (isOver()) setImmediate(() => stopping.abort());
    };
    const log = new DeliveryLog('w', store);
    await log.load();
    const delivery = new Delivery({
      async *parts(signal): AsyncGenerator<FeedPart> {
        for (let from = 0; from < events.length; from += 3)
          yield { events: events.slice(from, from + 3), cursor: String(Math.min(from + 3, events.length)) };
        await new Promise<void>((resolve) =>
          signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve()),
        );
      },
      sender: {
        send: async ({ eventId }) => {
          const before = asked.filter((each) => each === eventId).length;
          asked.push(eventId);
          times.push(clock.now());
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise(setImmediate);
          underWay -= 1;
          const posted = answer(eventId, before, clock.now());
          if ('status' in posted && posted.status === 204) takenIds.push(eventId);
          stopWhenOver();
          return posted;
        },
      },
      log,
      clock,
      reached: (cursor) => reached.push(cursor),
      giveUp: ({ eventId }) => {
        givenUp.push(eventId);
        stopWhenOver();
        return Promise.resolve();
      },
      pause: (because) => {
        pausedBecause = because;
        stopping.abort();
        return Promise.resolve();
      },
    });
    await delivery.run(stopping.signal);
    await log.flush();
    return { asked, taken: takenIds, givenUp, reached, times, pausedBecause, most, log, clock };
  };

  it('brings every message, what is about one order in its order, whatever fails how often', async () => {
    const trade = fc.record({
      orders: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 20 }),
      failures: fc.array(
        fc.tuple(fc.nat(4), fc.constantFrom(refused, away, { status: 429, retryAfter: 9_000 })),
        {
          minLength: 1,
          maxLength: 7,
        },
      ),
    });
    await fc.assert(
      fc.asyncProperty(trade, async ({ orders, failures }) => {
        const ids = [...new Set(orders)];
        const failing = (eventId: string) =>
          failures[(eventId.charCodeAt(0) + Number(eventId.split('/')[1])) % failures.length]!;
        const done = await deliver({
          orders,
          answer: (eventId, before) => (before < failing(eventId)[0] ? failing(eventId)[1] : taken),
        });
        for (const order of ids) {
          const own = done.taken.filter((eventId) => eventId.startsWith(`${order}/`));
          const count = orders.filter((each) => each === order).length;
          expect(own).toEqual(Array.from({ length: count }, (_, index) => `${order}/${index + 1}`));
        }
        expect(done.reached.map(Number)).toEqual(done.reached.map(Number).toSorted((one, two) => one - two));
        expect(done.reached.at(-1)).toBe(String(orders.length));
      }),
      { numRuns: 60 },
    );
  });

  it('says how far it came only when everything before was taken', async () => {
    const done = await deliver({
      orders: ['a', 'b', 'b', 'b'],
      answer: (eventId, before) => (eventId === 'a/1' && before < 3 ? refused : taken),
    });
    expect(done.taken).toEqual(['b/1', 'b/2', 'b/3', 'a/1']);
    expect(done.reached).toEqual(['4']);
  });

  it('gives a message up that was refused for three days while others were taken, and goes on after it', async () => {
    const done = await deliver({
      orders: ['a', 'b', 'a'],
      answer: (eventId) => (eventId === 'a/1' ? { status: 400 } : taken),
    });
    expect(done.givenUp).toEqual(['a/1']);
    expect(done.taken).toEqual(['b/1', 'a/2']);
    expect(done.times.at(-1)! - opening).toBeGreaterThanOrEqual(triedFor);
    expect(done.asked.filter((eventId) => eventId === 'a/1').length).toBeLessThan(60);
    expect(done.pausedBecause).toBeUndefined();
  });

  it('gives nothing up while nothing is taken: it is paused after three days', async () => {
    const done = await deliver({ orders: ['a', 'b'], answer: () => away });
    expect(done.pausedBecause).toBe('failing');
    expect(done.givenUp).toEqual([]);
    expect(done.reached).toEqual([]);
    expect(done.clock.now() - opening).toBeLessThan(triedFor + 5 * hour);
  });

  it('is paused at once when the receiver says that it is gone', async () => {
    const done = await deliver({ orders: ['a'], answer: () => ({ status: 410 }) });
    expect([done.pausedBecause, done.asked]).toEqual(['gone', ['a/1']]);
  });

  it('lets a receiver alone for as long as it asks', async () => {
    const done = await deliver({
      orders: ['a'],
      answer: (_, before) => (before === 0 ? { status: 503, retryAfter: hour } : taken),
    });
    expect(done.times[1]! - done.times[0]!).toBeGreaterThanOrEqual(hour);
  });

  it('goes on with everything at once when a receiver is there again', async () => {
    const comesBack = opening + 20 * hour;
    const orders = Array.from({ length: 50 }, (_, index) => `o${index}`);
    const done = await deliver({ orders, answer: (_, __, now) => (now < comesBack ? away : taken) });
    const first = done.times.findIndex((time) => time >= comesBack);
    expect(done.taken).toHaveLength(50);
    expect(done.times.at(-1)! - done.times[first]!).toBeLessThan(1_000);
  });

  it('asks a receiver for no more than eight things at once', async () => {
    const orders = Array.from({ length: 40 }, (_, index) => `o${index}`);
    const done = await deliver({ orders, answer: () => taken });
    expect(done.most).toBe(8);
  });

  it('counts on how long a message was tried before a restart, and keeps a log of it', async () => {
    const first = await deliver({
      orders: ['a', 'b'],
      answer: (id) => (id === 'a/1' ? { status: 410 } : taken),
    });
    expect(first.pausedBecause).toBe('gone');
    const log = new DeliveryLog('w', store);
    await log.load();
    expect(log.triedBefore('a/1')).toMatchObject({ attempts: 1, status: 410, error: 'answered 410' });
  });

  it('begins to count anew after a pause, also where the process ended meanwhile', async () => {
    await deliver({ orders: ['a'], answer: () => ({ status: 410 }) });
    const log = new DeliveryLog('w', store);
    await log.load();
    log.forgetTries();
    await log.flush();
    const later = new DeliveryLog('w', store);
    await later.load();
    expect(later.triedBefore('a/1')).toBeUndefined();
  });
});
