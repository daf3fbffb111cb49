import { readFileSync } from 'node:fs';
import type { PublishedEvent, Role } from '@tributary/contracts';
import type { NewEvent } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import fc from 'fast-check';
import { type EventFilter, Wanted } from '../../domain/feed/wanted.ts';
import { CursorOfAnotherLog, NoCursor } from './cursor.ts';
import { type Beginning, Feed, type FeedPart } from './feed.ts';

const time = '2026-03-02T12:00:00.000Z';

let ids = 0;
const event = (type: string, data: object): NewEvent => ({
  id: `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
  type,
  time,
  data,
  metadata: { source: 'tributary/order' },
});
const shipped = (orderId: string, location = 'leeds') =>
  event('tributary.order.shipped.v1', { orderId, location, fulfilmentId: 'F', shipmentId: 'S', lines: [] });
const rejected = (orderId: string) => event('tributary.order.rejected.v1', { orderId, lines: [] });

describe('The feed', () => {
  let logs: SqliteEventLog[] = [];
  const opened = (count: number, now?: () => number) => {
    logs = Array.from({ length: count }, () => openSqliteEventLog(':memory:', now ? { now } : {}));
    return new Feed(logs);
  };
  afterEach(async () => {
    for (const log of logs) await log.close();
    logs = [];
  });

  const record = (order: string, events: NewEvent[], log = logs[0]!, service = 'order') =>
    log.forService(service).append([{ stream: `order-${order}`, expectedVersion: 'any', events }]);

  const reading = (filter: EventFilter = {}, role: Role = 'integrator') => ({
    wanted: new Wanted(filter, role),
    isLive: false,
    signal: new AbortController().signal,
  });

  /** All that is told from a place on, as who asked is told it, and where it ends. */
  const told = async (
    feed: Feed,
    beginning: Beginning = 'beginning',
    filter: EventFilter = {},
    role?: Role,
  ) => {
    const events: PublishedEvent[] = [];
    let cursor = '';
    for await (const part of feed.read(await feed.placesAt(beginning), reading(filter, role))) {
      events.push(...part.events.map((each) => JSON.parse(each.told.json) as PublishedEvent));
      cursor = part.cursor;
    }
    return { events, cursor };
  };
  const namesOf = (events: readonly PublishedEvent[]) =>
    events.map(({ subject, sequence }) => `${subject} ${sequence}`);

  it('tells everything that was recorded, each with its place in its stream', async () => {
    const feed = opened(1);
    await record('web.1', [shipped('web.1')]);
    await record('web.2', [shipped('web.2')]);
    await record('web.1', [rejected('web.1')]);
    const { events } = await told(feed);
    expect(namesOf(events)).toEqual(['order-web.1 1', 'order-web.2 1', 'order-web.1 2']);
    expect(events[0]).toEqual({
      specversion: '1.0',
      id: expect.any(String),
      source: 'tributary/order',
      type: 'tributary.order.shipped.v1',
      subject: 'order-web.1',
      time,
      datacontenttype: 'application/json',
      sequence: '1',
      recordedtime: expect.any(String),
      service: 'order',
      partitionkey: 'web.1',
      data: { orderId: 'web.1', location: 'leeds', fulfilmentId: 'F', shipmentId: 'S', lines: [] },
    });
  });

  it('has every event once, and each stream in its order, for whoever was cut off anywhere and goes on', async () => {
    const trade = fc.record({
      /** Of each event: the log, and its order. */
      events: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 60 }),
      /** After so many events the listener is cut off, again and again. */
      cuts: fc.array(fc.nat(7), { minLength: 1, maxLength: 5 }),
      clock: fc.array(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(trade, async ({ events, cuts, clock }) => {
        let now = Date.parse(time);
        let ticks = 0;
        const feed = opened(3, () => (now += clock[(ticks += 1) % clock.length]!));
        const recorded: string[] = [];
        for (const [log, order] of events) {
          const done = await record(`web.${order}`, [shipped(`web.${order}`)], logs[log], `s${log}`);
          recorded.push(`s${log} order-web.${order} ${done.versions[0]}`);
        }
        const heard: string[] = [];
        let cursor: string | undefined;
        for (let round = 0; ; round += 1) {
          let left = cuts[round % cuts.length]! + 1;
          let isCutOff = false;
          const places = await feed.placesAt(cursor === undefined ? 'beginning' : { after: cursor });
          for await (const part of feed.read(places, reading())) {
            for (const each of part.events) {
              const { service, subject, sequence } = JSON.parse(each.told.json) as PublishedEvent;
              heard.push(`${service} ${subject} ${sequence}`);
              cursor = each.cursor;
              left -= 1;
              isCutOff = left === 0;
              if (isCutOff) break;
            }
            if (isCutOff) break;
            ({ cursor } = part);
          }
          if (!isCutOff) break;
        }
        expect([...heard].sort()).toEqual([...recorded].sort());
        for (let log = 0; log < 3; log += 1) {
          const of = (lines: string[]) => lines.filter((line) => line.startsWith(`s${log} `));
          expect(of(heard)).toEqual(of(recorded));
        }
        for (const log of logs) await log.close();
      }),
    );
  });

  it('goes through more than it reads at once', async () => {
    const feed = opened(2);
    for (let round = 0; round < 13; round += 1)
      await record(
        'web.1',
        Array.from({ length: 100 }, () => shipped('web.1')),
        logs[round % 2],
      );
    const { events } = await told(feed);
    expect(events).toHaveLength(1_300);
    expect(new Set(events.map(({ id }) => id)).size).toBe(1_300);
  });

  it('tells of several logs in the order in which things were recorded', async () => {
    let now = Date.parse(time);
    const feed = opened(2, () => (now += 1_000));
    for (const [log, order] of [
      [0, 'web.1'],
      [1, 'web.2'],
      [1, 'web.3'],
      [0, 'web.4'],
    ] as const)
      await record(order, [shipped(order)], logs[log]);
    expect(namesOf((await told(feed)).events)).toEqual([
      'order-web.1 1',
      'order-web.2 1',
      'order-web.3 1',
      'order-web.4 1',
    ]);
  });

  it('tells only what is asked for, and goes on after what was passed over', async () => {
    const feed = opened(1);
    await record('web.1', [shipped('web.1', 'leeds'), rejected('web.1')]);
    await record('pos.7', [shipped('pos.7', 'york')]);
    const asked = async (filter: EventFilter) => namesOf((await told(feed, 'beginning', filter)).events);
    expect(await asked({ types: ['tributary.order.rejected.v1'] })).toEqual(['order-web.1 2']);
    expect(await asked({ types: ['tributary.order.*'], channels: ['pos'] })).toEqual(['order-pos.7 1']);
    expect(await asked({ locations: ['leeds'] })).toEqual(['order-web.1 1']);
    expect(await asked({ locations: ['leeds', 'york'], channels: ['pos'] })).toEqual(['order-pos.7 1']);
    const { events, cursor } = await told(feed, 'beginning', { channels: ['marketplace'] });
    expect(events).toEqual([]);
    const rare = await told(feed, 'beginning', { types: ['tributary.order.delivered.v1'] });
    expect(rare).toEqual({ events: [], cursor });
    await record('marketplace.1', [shipped('marketplace.1')]);
    expect(namesOf((await told(feed, { after: cursor })).events)).toEqual(['order-marketplace.1 1']);
  });

  it('tells an event of an earlier version in the current one, also where that is asked for', async () => {
    const feed = opened(1);
    const golden = (version: string) =>
      JSON.parse(readFileSync(`libs/contracts/src/golden/order.placed.${version}.json`, 'utf8')) as {
        type: string;
        data: object;
      };
    const { type, data } = golden('v1');
    await record('web.1', [event(type, data)]);
    const { events } = await told(feed, 'beginning', { types: ['tributary.order.placed.v2'] });
    expect(events).toMatchObject([golden('v2')]);
  });

  it('keeps to itself what is nobody’s, and tells what is to be repaired to those who repair', async () => {
    const feed = opened(1);
    await record('all', [event('tributary.key.revoked.v1', { keyId: 'k' })], logs[0], 'gateway');
    const quarantined = event('tributary.message.quarantined.v1', { messageId: 'm', raw: '{}', faults: [] });
    await record('m', [quarantined], logs[0], 'gateway');
    expect((await told(feed, 'beginning', {}, 'analyst')).events).toEqual([]);
    expect((await told(feed, 'beginning', {}, 'ops')).events).toMatchObject([{ id: quarantined.id }]);
  });

  it('begins at a moment', async () => {
    let now = Date.parse(time);
    const feed = opened(2, () => now);
    await record('web.1', [shipped('web.1')], logs[0]);
    now += 60_000;
    await record('web.2', [shipped('web.2')], logs[1]);
    const { events } = await told(feed, { from: new Date(now).toISOString() });
    expect(namesOf(events)).toEqual(['order-web.2 1']);
  });

  it('goes on as things happen, for those who were there and those who come from far back', async () => {
    const feed = opened(2);
    await record('web.1', [shipped('web.1')]);
    const leaving = new AbortController();
    const listen = async (beginning: Beginning, until: number) => {
      const heard: string[] = [];
      const live = { ...reading(), isLive: true, signal: leaving.signal };
      for await (const part of feed.read(await feed.placesAt(beginning), live)) {
        heard.push(...namesOf(part.events.map((each) => JSON.parse(each.told.json) as PublishedEvent)));
        if (heard.length >= until) return heard;
      }
      return heard;
    };
    const fromNow = listen('now', 2);
    const fromBeginning = listen('beginning', 3);
    await new Promise(setImmediate);
    await record('web.2', [shipped('web.2')], logs[1]);
    await record('web.3', [shipped('web.3')], logs[0]);
    const lastTwo = ['order-web.2 1', 'order-web.3 1'];
    expect((await fromNow).sort()).toEqual(lastTwo);
    expect((await fromBeginning).sort()).toEqual(['order-web.1 1', ...lastTwo]);
    const left = listen('now', 1);
    await new Promise(setImmediate);
    leaving.abort();
    expect(await left).toEqual([]);
  });

  it('loses nothing for a live listener who falls far behind', async () => {
    const feed = opened(1);
    const leaving = new AbortController();
    const parts = feed.read(await feed.placesAt('now'), {
      ...reading(),
      isLive: true,
      signal: leaving.signal,
    });
    const versionsIn = ({ value }: IteratorResult<FeedPart, void>) =>
      value!.events.map((each) => each.told.event.version);
    const first = parts.next();
    await new Promise(setImmediate);
    const many = 10_000;
    for (let count = 0; count < many; count += 500)
      await record(
        'web.1',
        Array.from({ length: 500 }, () => shipped('web.1')),
      );
    const heard = versionsIn(await first);
    while (heard.length < many) heard.push(...versionsIn(await parts.next()));
    expect(heard).toEqual(Array.from({ length: many }, (_, index) => index + 1));
    leaving.abort();
    expect((await parts.next()).done).toBe(true);
  });

  it('refuses what is no cursor of its own', async () => {
    const feed = opened(1);
    await record('web.1', [shipped('web.1')]);
    const { cursor } = await told(feed);
    await expect(feed.placesAt({ after: 'gibberish' })).rejects.toThrow(NoCursor);
    await expect(feed.placesAt({ after: '' })).rejects.toThrow(NoCursor);
    const beyond = Buffer.from(`${logs[0]!.epoch}:2`).toString('base64url');
    await expect(feed.placesAt({ after: beyond })).rejects.toThrow(NoCursor);
    await logs[0]!.close();
    const another = opened(1);
    await expect(another.placesAt({ after: cursor })).rejects.toThrow(CursorOfAnotherLog);
  });

  it('tells a log that was added since a cursor was given from its beginning', async () => {
    const feed = opened(2);
    await record('web.1', [shipped('web.1')], logs[0]);
    await record('web.2', [shipped('web.2')], logs[1]);
    const { cursor } = await told(new Feed([logs[0]!]));
    expect(namesOf((await told(feed, { after: cursor })).events)).toEqual(['order-web.2 1']);
  });
});
