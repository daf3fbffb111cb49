import type { DifferingOrder, OrderBelief } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { placedWith } from '@tributary/testing';
import { orderList } from '../projections/order-list/order-list.ts';
import { orderPage } from '../projections/order-page/evolve-order-page.ts';
import { orderPages } from '../projections/order-page/order-page.ts';
import type { KeptFact } from '../projections/order-timeline/order-timeline.ts';
import { type Asked, type BelievedOrder, OrderReconciliation } from './order-reconciliation.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 12, minute)).toISOString();

describe('What another system believes of orders', () => {
  let store: ReadStore;
  let facts: Map<string, KeptFact[]>;
  beforeEach(async () => {
    store = openSqliteReadStore(':memory:');
    await store.declare([orderPages, orderList]);
    facts = new Map();
  });
  afterEach(() => store.close());

  /** Records a fact that happened at a minute, and was told at that one or a later one. */
  const tell = async (orderId: string, type: string, data: object, happened: number, told = happened) => {
    const before = facts.get(orderId) ?? [];
    const fact = {
      id: `${orderId} ${before.length}`,
      type: `tributary.order.${type}`,
      time: at(happened),
      recordedTime: at(told),
      version: before.length + 1,
      metadata: { source: 'urn:spec' },
      data: { ...data, orderId },
    };
    facts.set(orderId, [...before, fact as unknown as KeptFact]);
    const page = facts
      .get(orderId)!
      .reduce<ReturnType<typeof orderPage.evolve>>(
        (last, each) => orderPage.evolve(last, each as unknown as RecordedEvent),
        undefined,
      )!;
    const write = { collection: orderPages, id: page.orderId, document: page };
    await store.apply([write, ...orderPage.also!(page, page.orderId)], []);
  };
  const place = (number: string, minute: number) => {
    const { data } = placedWith({ 1: 3 });
    return tell(`web.${number}`, 'placed.v2', { ...data, number }, minute);
  };
  const paid = (number: string, happened: number, told = happened) =>
    tell(
      `web.${number}`,
      'payment-captured.v1',
      { paymentId: 'p1', method: 'card', capturedAt: at(happened), amount: 500 },
      happened,
      told,
    );
  const compare = async (beliefs: readonly (OrderBelief | string)[], asked: Partial<Asked> = {}) => {
    const rows = beliefs.map((value, index): BelievedOrder =>
      typeof value === 'string' ? { row: index + 1, fault: value } : { row: index + 1, value },
    );
    const timelines = { facts: (orderId: string) => Promise.resolve(facts.get(orderId) ?? []) };
    const steps = new OrderReconciliation(store, timelines).differences(rows, { now: at(60), ...asked });
    const found: DifferingOrder[] = [];
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done) return { found, counts: step.value };
      found.push(...step.value);
    }
  };
  const believe = (belief: object): OrderBelief => belief as OrderBelief;

  it('is equal, or different in what is named, unknown or unreadable, and counted', async () => {
    await place('1', 1);
    await paid('1', 5);
    const { found, counts } = await compare([
      believe({ orderId: 'web.1', units: 3, paid: 500 }),
      believe({ channel: 'web', number: '1', units: 4, paid: 0, currency: 'EUR' }),
      believe({ orderId: 'web.404', units: 1 }),
      'not JSON',
    ]);
    expect(found).toMatchObject([
      { row: 2, verdict: 'different', orderId: 'web.1', differs: ['paid', 'units'], why: 'unexplained' },
      { row: 3, verdict: 'unknown', orderId: 'web.404' },
      { row: 4, verdict: 'unreadable', fault: 'not JSON' },
    ]);
    expect(found[0]!.facts).toHaveLength(2);
    expect(counts).toEqual({
      comparedAt: at(60),
      rows: 4,
      equal: 1,
      different: 1,
      unknown: 1,
      missing: 0,
      unreadable: 1,
    });
  });

  it('is explained by the last facts that they do not have', async () => {
    await place('1', 1);
    await paid('1', 5);
    const [found] = (await compare([believe({ orderId: 'web.1', paid: 0 })])).found;
    expect(found).toMatchObject({ differs: ['paid'], ours: { paid: 500 }, why: 'not-known-yet' });
    expect(found!.facts!.map(({ type }) => type)).toEqual(['tributary.order.payment-captured.v1']);
  });

  it('is compared with what was so at its moment, and what was told later of before is told', async () => {
    await place('1', 1);
    await paid('1', 5, 30);
    const belief = believe({ orderId: 'web.1', paid: 0 });
    expect((await compare([{ ...belief, asOf: at(4) as never }])).counts.equal).toBe(1);
    const [found] = (await compare([belief], { asOf: at(10) })).found;
    expect(found).toMatchObject({ asOf: at(10), ours: { paid: 500 }, why: 'told-later' });
    expect(found!.facts).toMatchObject([{ at: at(5), recordedAt: at(30) }]);
    expect((await compare([belief], { asOf: at(0) })).counts.unknown).toBe(1);
  });

  it('lacks orders of a channel that it says it names all of', async () => {
    await place('1', 1);
    await place('2', 2);
    await place('3', 3);
    const whole = { channel: 'web', from: at(1), to: at(3) };
    const { found, counts } = await compare([believe({ orderId: 'web.1', units: 3 })], { whole });
    expect(found).toMatchObject([{ verdict: 'missing', orderId: 'web.2', ours: { units: 3 } }]);
    expect(counts.missing).toBe(1);
  });
});
