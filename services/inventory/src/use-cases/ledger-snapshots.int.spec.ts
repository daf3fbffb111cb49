import { randomUUID } from 'node:crypto';
import type { LocationId, OrderId, Sku } from '@tributary/contracts';
import type { Cause, EventStore, ReadStreamOptions } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import fc from 'fast-check';
import { keptOf, stockOf } from '../domain/stock/kept-stock.ts';
import { type Stock, type StockFact, evolve, noStock, streamOf } from '../domain/stock/stock.ts';
import { LedgerSnapshots, snapshotFaults } from './ledger-snapshots.ts';
import { StockLedgers } from './stock-ledgers.ts';

const mug = { sku: 'MUG' as Sku, location: 'leeds' as LocationId };
const stream = streamOf(mug);
const caused = (at = 0): Cause => ({
  id: randomUUID(),
  recordedTime: '2026-03-02T12:59:00.000Z',
  time: `2026-03-02T12:${String(at).padStart(2, '0')}:00.000Z`,
  metadata: { source: 'tributary/inventory' },
});
const held = (quantity: number) => ({ ...mug, fulfilmentId: 'S0-leeds', lineId: '1', quantity });
const requested = (number: number, quantity: number) => ({
  orderId: `web.${number}` as OrderId,
  decisionId: `web.${number}/1`,
  attempt: 1,
  fulfilments: [
    {
      fulfilmentId: 'S0-leeds',
      location: mug.location,
      method: 'ship' as const,
      lines: [{ lineId: '1', sku: mug.sku, quantity }],
    },
  ],
});

/** What happens to a ledger, at a minute, with a quantity and an order of a few. */
const steps = {
  receive: (ledgers: StockLedgers, at: number, units: number) => ledgers.receive(caused(at), mug, units),
  count: (ledgers: StockLedgers, at: number, units: number) => {
    const cause = caused(at);
    return ledgers.count(cause, mug, units, cause.time);
  },
  allocate: (ledgers: StockLedgers, at: number, units: number, order: number) =>
    ledgers.allocate(caused(at), requested(order, units)),
  issue: (ledgers: StockLedgers, at: number, units: number, order: number) =>
    ledgers.issue(caused(at), `web.${order}` as OrderId, [held(units)]),
  short: (ledgers: StockLedgers, at: number, units: number, order: number) =>
    ledgers.short(caused(at), `web.${order}` as OrderId, [{ ...held(units), reason: 'not found' }]),
};
const happenings = fc.array(
  fc.record({
    step: fc.constantFrom(...Object.values(steps)),
    at: fc.nat({ max: 30 }),
    units: fc.integer({ min: 1, max: 6 }),
    order: fc.nat({ max: 3 }),
    /** Another process comes anew after it. */
    restarts: fc.boolean(),
  }),
  { minLength: 5, maxLength: 30 },
);

describe('A long ledger', () => {
  let [log, readStore] = [] as unknown as [SqliteEventLog, ReadStore];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    readStore = openSqliteReadStore(':memory:');
  });
  afterEach(async () => {
    await readStore.close();
    await log.close();
  });

  const folded = async (events: EventStore): Promise<Stock> =>
    (await events.readStream(stream)).reduce(
      (stock, event) => evolve(stock, event as unknown as StockFact),
      noStock,
    );
  const faults = async () => {
    const found: string[] = [];
    for await (const { where } of snapshotFaults(log.forService('inventory'), readStore)) found.push(where);
    return found;
  };
  /** Counts the events that are read. */
  const counting = (events: EventStore) => {
    const read = { events: 0 };
    const readStream = async (name: string, options?: ReadStreamOptions) => {
      const found = await events.readStream(name, options);
      read.events += found.length;
      return found;
    };
    return { read, store: { ...events, readStream } };
  };

  it('is decided on from what was kept of it as from all its entries, whatever happened', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(happenings, async (all) => {
        const events = log.forService(`inventory-${(run += 1)}`);
        const models = openSqliteReadStore(':memory:');
        const anew = () => new StockLedgers(events, new LedgerSnapshots(models, 3));
        let ledgers = anew();
        for (const { step, at, units, order, restarts } of all) {
          await step(ledgers, at, units, order);
          if (restarts) ledgers = anew();
          expect(keptOf(await ledgers.at(mug))).toEqual(keptOf(await folded(events)));
        }
        for await (const fault of snapshotFaults(events, models)) expect(fault).toBeUndefined();
        await models.close();
      }),
      { numRuns: 60 },
    );
  });

  it('is read from what was kept of it by who comes anew, and whole by who has nothing of it', async () => {
    const events = log.forService('inventory');
    const before = new StockLedgers(events, new LedgerSnapshots(readStore, 10));
    for (let n = 0; n < 45; n += 1) await before.receive(caused(n), mug, 1);
    const [kept, whole] = [counting(events), counting(events)];
    const anew = new StockLedgers(kept.store, new LedgerSnapshots(readStore, 10));
    expect((await anew.at(mug)).onHand).toBe(45);
    expect((await new StockLedgers(whole.store).at(mug)).onHand).toBe(45);
    expect(whole.read.events).toBe(45);
    // A first part, which shows that it is long; the entry that the kept state ends with; what came since.
    expect(kept.read.events).toBe(10 + 1 + 5);
  });

  it('is read whole where what is kept is of another log, or is not to be had', async () => {
    const events = log.forService('inventory');
    const ledgers = new StockLedgers(events, new LedgerSnapshots(readStore, 3));
    for (let n = 0; n < 7; n += 1) await ledgers.receive(caused(n), mug, 1);
    const other = openSqliteEventLog(':memory:');
    const others = new StockLedgers(other.forService('inventory'), new LedgerSnapshots(readStore, 3));
    for (let n = 0; n < 7; n += 1)
      await new StockLedgers(other.forService('inventory')).receive(caused(n), mug, 2);
    expect((await others.at(mug)).onHand).toBe(14);
    const away = openSqliteReadStore(':memory:');
    await away.close();
    expect((await new StockLedgers(events, new LedgerSnapshots(away, 3)).at(mug)).onHand).toBe(7);
    await other.close();
  });

  it('shows what is kept of it and does not follow from it', async () => {
    const events = log.forService('inventory');
    const keeping = new LedgerSnapshots(readStore, 3);
    const ledgers = new StockLedgers(events, keeping);
    for (let n = 0; n < 7; n += 1) await ledgers.receive(caused(n), mug, 1);
    expect(await faults()).toEqual([]);
    const { state, ...place } = (await keeping.find(stream))!;
    await keeping.keep(stream, { ...place, state: { ...state, onHand: state.onHand + 1 } });
    expect(await faults()).toEqual([`${stream} version ${place.version}`]);
  });

  it('is kept as plain JSON that leads to the same state', async () => {
    const events = log.forService('inventory');
    const ledgers = new StockLedgers(events);
    await ledgers.receive(caused(1), mug, 9);
    await ledgers.allocate(caused(2), requested(1, 2));
    await ledgers.allocate(caused(3), requested(2, 3));
    await ledgers.short(caused(4), 'web.1' as OrderId, [{ ...held(1), reason: 'not found' }]);
    const stock = await ledgers.at(mug);
    const kept = JSON.parse(JSON.stringify(keptOf(stock))) as ReturnType<typeof keptOf>;
    expect(stockOf(kept)).toEqual(stock);
    // Another text is another shape: `keptShape` is to be raised with it.
    expect(kept).toEqual({
      onHand: 8,
      reserved: 4,
      lastMovementAt: '2026-03-02T12:04:00.000Z',
      counts: [],
      reservations: [
        expect.objectContaining({ orderId: 'web.1', quantity: 1 }),
        expect.objectContaining({ orderId: 'web.2', quantity: 3 }),
      ],
      missed: [['web.1/S0-leeds/1', { quantity: 1, at: '2026-03-02T12:04:00.000Z' }]],
      movements: {
        full: [],
        last: {
          from: 1,
          entries: 5,
          delta: 8,
          reserved: 4,
          happened: { first: '2026-03-02T12:01:00.000Z', last: '2026-03-02T12:04:00.000Z' },
          span: { first: '2026-03-02T12:01:00.000Z', last: '2026-03-02T12:04:00.000Z' },
        },
      },
    });
  });
});
