import { randomUUID } from 'node:crypto';
import {
  type LocationId,
  type OrderId,
  type Sku,
  type StockDifference,
  factTopics,
} from '@tributary/contracts';
import type { Cause } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type ReadStore, Projector } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { deliveriesOf } from '@tributary/testing';
import { stockPosition } from '../projections/stock-position/stock-position.ts';
import { StockFigures } from './stock-figures.ts';
import { StockLedgers } from './stock-ledgers.ts';
import { type Asked, type BelievedRow, StockReconciliation } from './stock-reconciliation.ts';

const mug = { sku: 'MUG' as Sku, location: 'leeds' as LocationId };
const cup = { ...mug, sku: 'CUP' as Sku };
const minute = (at: number): string => new Date(Date.UTC(2026, 2, 2, 12, at)).toISOString();
const caused = (at: number): Cause => ({
  id: randomUUID(),
  recordedTime: minute(100_000),
  time: minute(at),
  metadata: { source: 'tributary/inventory' },
});

describe('What another system believes of stock', () => {
  let [log, store] = [] as unknown as [SqliteEventLog, ReadStore];
  let [ledgers, reconciliation] = [] as unknown as [StockLedgers, StockReconciliation];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    store = openSqliteReadStore(':memory:');
    ledgers = new StockLedgers(log.forService('inventory'));
    reconciliation = new StockReconciliation(ledgers, new StockFigures(ledgers), store);
  });
  afterEach(async () => {
    await log.close();
    await store.close();
  });

  const compare = async (rows: readonly BelievedRow[], asked: Partial<Asked> = {}) => {
    const found: StockDifference[] = [];
    const steps = reconciliation.differences(rows, { now: minute(60), wholeLocations: [], ...asked });
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done) return { found, counts: step.value };
      found.push(...step.value);
    }
  };
  const believed = (
    row: number,
    belief: { onHand?: number; available?: number; asOf?: string },
    place = mug,
  ) => ({ row, value: { ...place, ...belief } }) satisfies BelievedRow;
  /** Folds the ledgers of some places into positions. */
  const positioned = async (...places: readonly (typeof mug)[]) => {
    const topic = factTopics.inventory;
    const projector = new Projector(store, { group: 'stock', topics: [topic], projections: [stockPosition] });
    await projector.start({ subscribe: () => Promise.resolve() });
    const read = await Promise.all(places.map((place) => ledgers.ledger(place, 1, 100)));
    const told = read.map((events) => events.map((event) => ({ topic, key: event.stream, event })));
    for (const { messages, through } of deliveriesOf(told, 1, { turns: [], sizes: [100] }))
      await projector.apply(messages, through);
  };

  it('is said to be equal, different with why, unknown or unreadable, and counted', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await ledgers.sell(caused(5), 'pos.1' as OrderId, [{ ...mug, lineId: '1', quantity: 2 }]);
    const { found, counts } = await compare([
      believed(1, { onHand: 8 }),
      believed(2, { onHand: 10, available: 10 }),
      believed(3, { onHand: 3 }, cup),
      believed(4, { onHand: 0 }, cup),
      { row: 5, fault: 'not JSON' },
    ]);
    expect(found).toMatchObject([
      {
        row: 2,
        verdict: 'different',
        theirs: { onHand: 10, available: 10 },
        ours: { onHand: 8, reserved: 0, available: 8 },
        difference: { onHand: 2, available: 2 },
        why: 'not-known-yet',
        entries: [
          { type: 'tributary.inventory.sold.v1', orderId: 'pos.1', onHand: -2, reserved: 0, version: 2 },
        ],
      },
      { row: 3, verdict: 'unknown', difference: { onHand: 3 } },
      { row: 5, verdict: 'unreadable', fault: 'not JSON' },
    ]);
    expect(counts).toEqual({
      comparedAt: minute(60),
      rows: 5,
      equal: 2,
      different: 1,
      unknown: 1,
      missing: 0,
      unreadable: 1,
    });
  });

  it('is compared with what was so at its moment, its own before that of all', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await ledgers.sell(caused(5), 'pos.1' as OrderId, [{ ...mug, lineId: '1', quantity: 2 }]);
    const rows = [believed(1, { onHand: 10, asOf: minute(4) }), believed(2, { onHand: 9 })];
    const { found } = await compare(rows, { asOf: minute(5) });
    expect(found).toMatchObject([{ row: 2, asOf: minute(5), ours: { onHand: 8 }, why: 'unexplained' }]);
    expect(found[0]!.entries).toBeUndefined();
  });

  it('lists the newest 20 entries of an explanation and says how many more there are', async () => {
    await ledgers.receive(caused(0), mug, 1);
    for (let at = 1; at <= 25; at += 1) await ledgers.receive(caused(at), mug, 1);
    const [difference] = (await compare([believed(1, { onHand: 1 })])).found;
    expect(difference).toMatchObject({ why: 'not-known-yet', moreEntries: 5 });
    expect(difference!.entries!.map(({ version }) => version)).toEqual(
      Array.from({ length: 20 }, (_, index) => 7 + index),
    );
  });

  it('lacks what is at a location that it names all stock of', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await ledgers.receive(caused(1), cup, 4);
    await positioned(mug, cup);
    const rows = [believed(1, { onHand: 10 })];
    expect((await compare(rows)).found).toEqual([]);
    const { found, counts } = await compare(rows, { wholeLocations: ['leeds', 'leeds', 'york'] });
    expect(found).toEqual([{ verdict: 'missing', ...cup, ours: { onHand: 4, reserved: 0, available: 4 } }]);
    expect(counts.missing).toBe(1);
    const before = await compare(rows, { wholeLocations: ['leeds'], asOf: minute(0) });
    expect(before.counts).toMatchObject({ different: 1, missing: 0 });
  });
});
