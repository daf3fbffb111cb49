import { TimelinePolicy } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { orderFact, orderId, placedWith } from '@tributary/testing';
import fc from 'fast-check';
import { orderTimeline, timelinePages } from '../projections/order-timeline/order-timeline.ts';
import {
  timelinePolicies,
  timelinePolicyId,
  timelinePolicyInForce,
} from '../projections/timeline-policy/timeline-policy.ts';
import { Timelines } from './timelines.ts';

const parked = orderFact('tributary.order.fact-parked.v1', {
  orderId,
  messageId: 'm1',
  messageType: 'tributary.shipment.delivered.v1',
  occurredAt: '2026-03-02T12:00:00.000Z',
  waitsFor: 'capture',
  data: {},
});
const seen = orderFact('tributary.order.tracked.v1', { orderId, shipmentId: 'X1', status: 'seen' });
const settled = {
  type: 'tributary.sourcing.settled.v1',
  data: { orderId, decisionId: 'd', outcome: 'taken-up' },
};

const recorded = (
  { type, data }: { readonly type: string; readonly data: unknown },
  side: string,
  version: number,
  second: number,
): RecordedEvent => ({
  id: `${side} ${version}`,
  type,
  data,
  time: '2026-03-02T12:00:00.000Z',
  metadata: { source: 'tributary/order' },
  position: version,
  stream: `${side}-${orderId}`,
  version,
  recordedTime: `2026-03-02T12:00:${String(second).padStart(2, '0')}.000Z`,
});

describe('The timeline of an order, as it is read', () => {
  let store: ReadStore;
  beforeEach(async () => {
    store = openSqliteReadStore(':memory:');
    await store.declare([timelinePages, timelinePolicies]);
  });
  afterEach(() => store.close());

  const told = async (...events: readonly RecordedEvent[]): Promise<void> => {
    for (const event of events) {
      const id = orderTimeline.idOf(event)!;
      const page = await store.get(timelinePages, id);
      const before = page && (JSON.parse(page.json) as never);
      await store.apply(
        [{ collection: timelinePages, id, document: orderTimeline.evolve(before, event) }],
        [],
      );
    }
  };
  const read = (limit = 200, cursor?: string) => new Timelines(store).read(orderId, { limit, cursor });
  const idsOf = (part: Awaited<ReturnType<typeof read>>) => part?.items.map(({ eventId }) => eventId);

  it.each([
    ['one after the other', [1, 1, 3, 2, 4], ['order 1', 'order 2', 'sourcing 1', 'order 3', 'sourcing 2']],
    [
      'in the same millisecond',
      [1, 1, 1, 1, 1],
      ['order 1', 'order 2', 'sourcing 1', 'sourcing 2', 'order 3'],
    ],
  ])('has decisions between what they answer and what follows, recorded %s', async (_, at, expected) => {
    const order = [parked, placedWith({ 1: 2 }), seen].map((fact, n) =>
      recorded(fact, 'order', n + 1, at[n]!),
    );
    const decisions = [settled, settled].map((fact, n) => recorded(fact, 'sourcing', n + 1, at[n + 3]!));
    await told(...decisions, ...order);
    expect(idsOf(await read())).toEqual(expected);
  });

  it('is read whole part by part, each entry once and in the order of the whole, however long it is', async () => {
    const order = Array.from({ length: 120 }, (_, n) => recorded(seen, 'order', n + 1, Math.floor(n / 3)));
    const decisions = Array.from({ length: 60 }, (_, n) => recorded(settled, 'sourcing', n + 1, n));
    await told(...order, ...decisions);
    const whole = await read();
    expect(whole).not.toHaveProperty('next');
    expect(whole!.items).toHaveLength(180);
    for (const limit of [1, 7, 50, 90, 180]) {
      const parts: (string[] | undefined)[] = [];
      let cursor: string | undefined;
      do {
        const part = await read(limit, cursor);
        parts.push(idsOf(part));
        cursor = part!.next;
      } while (cursor !== undefined);
      expect(parts.flat()).toEqual(idsOf(whole));
      expect(Math.max(...parts.map((ids) => ids!.length))).toBe(limit);
    }
  });

  it('ends without a next part where the last page is full', async () => {
    await told(...Array.from({ length: 50 }, (_, n) => recorded(seen, 'order', n + 1, 0)));
    const part = await read(50);
    expect(part!.items).toHaveLength(50);
    expect(part).not.toHaveProperty('next');
  });

  it('is not there where nothing is known of the order, and refuses what is no cursor', async () => {
    expect(await read()).toBeUndefined();
    await expect(read(10, 'x')).rejects.toMatchObject({ code: 'bad-query', field: 'cursor' });
  });

  const setPolicy = async (...rules: readonly object[]): Promise<void> => {
    const data = TimelinePolicy.parse({ rules });
    const event = { ...recorded({ type: 'tributary.timeline.policy-set.v1', data }, 'policy', 1, 0), data };
    const document = timelinePolicyInForce.evolve(undefined, event);
    await store.apply([{ collection: timelinePolicies, id: timelinePolicyId, document }], []);
  };
  const scans = { ruleId: 'scans', types: [seen.type], why: 'Nobody asks.' };
  const partsOf = async (limit: number) => {
    const parts = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const part = (await read(limit, cursor))!;
      parts.push(part);
      cursor = part.next;
    }
    return parts;
  };

  it('tells what the policy tells, and all with the rule that leaves it out where that is asked for', async () => {
    await told(
      ...[parked, placedWith({ 1: 2 }), seen, seen].map((one, n) => recorded(one, 'order', n + 1, n)),
    );
    await setPolicy({ ...scans, repeated: true });
    expect(await read()).toMatchObject({ leftOut: 1 });
    expect(idsOf(await read())).toEqual(['order 1', 'order 2', 'order 3']);
    const all = await new Timelines(store).read(orderId, { limit: 9, all: true });
    expect(all).toMatchObject({ leftOut: 1 });
    expect(all!.items.map((item) => item.leftOutBy)).toEqual([undefined, undefined, undefined, 'scans']);
  });

  it('is known also where the policy leaves all of it out', async () => {
    await told(recorded(seen, 'order', 1, 0));
    await setPolicy(scans);
    expect(await read()).toEqual({ items: [], leftOut: 1 });
  });

  it('has each told entry once and in its order, and counts what is left out once, whatever the parts', async () => {
    const kinds = [seen, parked, settled] as const;
    const property = fc.asyncProperty(
      fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 70 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (drawn, limit, isRepeated) => {
        await store.close();
        store = openSqliteReadStore(':memory:');
        await store.declare([timelinePages, timelinePolicies]);
        const versions = { order: 0, sourcing: 0 };
        const side = (kind: number) => (kind === 2 ? 'sourcing' : 'order');
        await told(
          ...drawn.map((kind, n) =>
            recorded(kinds[kind]!, side(kind), (versions[side(kind)] += 1), Math.min(n, 59)),
          ),
        );
        const whole = idsOf(await read())!;
        const types = [seen.type, settled.type];
        await setPolicy({ ...scans, types, ...(isRepeated && { repeated: true }) });
        const all = await new Timelines(store).read(orderId, { limit: 200, all: true });
        expect(idsOf(all)).toEqual(whole);
        const parts = await partsOf(limit);
        const kept = all!.items.filter((item) => item.leftOutBy === undefined);
        expect(parts.flatMap(({ items }) => items)).toEqual(kept);
        expect(parts.reduce((sum, { leftOut }) => sum + leftOut, 0)).toBe(whole.length - kept.length);
        for (const { items, next } of parts) if (next !== undefined) expect(items).toHaveLength(limit);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });

  it('looks at a thousand facts for an answer, and says where to go on', async () => {
    await told(...Array.from({ length: 1_001 }, (_, n) => recorded(seen, 'order', n + 1, 0)));
    await setPolicy({ ...scans, repeated: true });
    const [first, second, ...more] = await partsOf(5);
    expect(first).toMatchObject({ items: [{ eventId: 'order 1' }], leftOut: 999 });
    expect(second).toEqual({ items: [], leftOut: 1 });
    expect(more).toEqual([]);
  });
});
