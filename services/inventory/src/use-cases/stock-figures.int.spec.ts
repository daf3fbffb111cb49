import { randomUUID } from 'node:crypto';
import type { LocationId, OrderId, Sku } from '@tributary/contracts';
import type { Cause, EventStore } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { entriesInBlock } from '../domain/stock/movement-blocks.ts';
import type { Place } from '../domain/stock/stock.ts';
import { StockFigures } from './stock-figures.ts';
import { StockLedgers } from './stock-ledgers.ts';

const mug = { sku: 'MUG' as Sku, location: 'leeds' as LocationId };
const minute = (at: number): string => new Date(Date.UTC(2026, 2, 2, 12, at)).toISOString();

const caused = (at: number): Cause => ({
  id: randomUUID(),
  recordedTime: minute(100_000),
  time: minute(at),
  metadata: { source: 'tributary/inventory' },
});
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
const held = (quantity: number) => ({ ...mug, fulfilmentId: 'S0-leeds', lineId: '1', quantity });

describe('The figures of a ledger', () => {
  let [log, ledgers, figures] = [] as unknown as [SqliteEventLog, StockLedgers, StockFigures];
  /** How many entries were asked for at once. */
  let asked: number[];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    const store: EventStore = log.forService('inventory');
    ledgers = new StockLedgers(store);
    asked = [];
    figures = new StockFigures({
      recorded: (place: Place) => ledgers.recorded(place),
      ledger: (place, from, limit) => {
        asked.push(limit);
        return ledgers.ledger(place, from, limit);
      },
    });
  });
  afterEach(() => log.close());

  const balances = async (from = 1, limit = 100) =>
    (await figures.entries(mug, from, limit)).map(({ event, balance: { onHand, reserved } }) => [
      event.type.split('.')[2],
      onHand,
      reserved,
    ]);

  it('say of each entry what stood after it, in whichever part it is read', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await ledgers.allocate(caused(2), requested(1, 3));
    await ledgers.count(caused(9), mug, 8, minute(9));
    await ledgers.sell(caused(5), 'pos.1' as OrderId, [{ ...mug, lineId: '1', quantity: 2 }]);
    await ledgers.issue(caused(10), 'web.1' as OrderId, [held(3)]);
    const all = [
      ['received', 10, 0],
      ['reserved', 10, 3],
      ['counted', 8, 3],
      ['count-restated', 10, 3],
      ['sold', 8, 3],
      ['issued', 5, 0],
    ];
    expect(await balances()).toEqual(all);
    for (const [index] of all.entries()) {
      expect(await balances(index + 1)).toEqual(all.slice(index));
      expect(await balances(index + 1, 1)).toEqual([all[index]]);
    }
    expect(await balances(all.length + 1)).toEqual([]);
  });

  const size = 2 * entriesInBlock + 76;
  const receiveMany = () =>
    Promise.all(Array.from({ length: size }, (_, n) => ledgers.receive(caused(n + 1), mug, n % 3)));
  const read = () => asked.reduce((sum, entries) => sum + entries, 0);

  it('say it of any part of a long ledger, and read less than a block beside it', async () => {
    await receiveMany();
    const whole = (await figures.entries(mug, 1, size)).map(({ balance }) => balance);
    expect(whole.at(-1)!.onHand).toBe((await ledgers.at(mug)).onHand);
    for (const from of [2, entriesInBlock, entriesInBlock + 1, 2 * entriesInBlock, size - 1, size]) {
      asked = [];
      const part = await figures.entries(mug, from, 20);
      expect(part.map(({ balance }) => balance)).toEqual(whole.slice(from - 1, from + 19));
      expect(read() - 20).toBeLessThan(entriesInBlock);
    }
  });

  it('are told as of a moment of a long ledger, and read no more of it than a block', async () => {
    await receiveMany();
    const whole = (await figures.entries(mug, 1, size)).map(({ balance }) => balance);
    for (const at of [1, 2, entriesInBlock - 1, entriesInBlock, entriesInBlock + 1, 1_000, size]) {
      asked = [];
      expect(await figures.at(mug, { asOf: minute(at) })).toEqual(whole[at - 1]);
      expect(read()).toBeLessThanOrEqual(entriesInBlock);
    }
    asked = [];
    expect(await figures.at(mug, {})).toEqual(whole.at(-1));
    expect(asked).toEqual([]);
  });

  it('are known at a moment by what had been recorded, wherever in a long ledger that ends', async () => {
    await receiveMany();
    const events = await ledgers.ledger(mug, 1, size);
    const whole = (await figures.entries(mug, 1, size)).map(({ balance }) => balance);
    for (const knownAt of new Set(events.map(({ recordedTime }) => recordedTime))) {
      const known = events.findLastIndex(({ recordedTime }) => recordedTime <= knownAt);
      expect(await figures.at(mug, { knownAt })).toEqual(whole[known]);
      const then = Math.min(known, 99);
      expect(await figures.at(mug, { knownAt, asOf: minute(100) })).toEqual(whole[then]);
    }
  });

  it('are told as of a moment, with what was told late of before, and as known at one', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await ledgers.allocate(caused(2), requested(1, 3));
    await ledgers.count(caused(9), mug, 8, minute(9));
    await ledgers.sell(caused(5), 'pos.1' as OrderId, [{ ...mug, lineId: '1', quantity: 2 }]);
    const at = (asOf: number) => figures.at(mug, { asOf: minute(asOf) });
    expect(await at(0)).toEqual({ onHand: 0, reserved: 0, entries: 0 });
    expect(await at(1)).toEqual({ onHand: 10, reserved: 0, entries: 1 });
    expect(await at(4)).toEqual({ onHand: 10, reserved: 3, entries: 2 });
    expect(await at(5)).toEqual({ onHand: 8, reserved: 3, entries: 3 });
    expect(await at(9)).toEqual({ onHand: 8, reserved: 3, entries: 5 });
    expect(await figures.at(mug, {})).toEqual({ onHand: 8, reserved: 3, entries: 5 });
    const long = new Date(0).toISOString();
    expect(await figures.at(mug, { knownAt: long })).toEqual({ onHand: 0, reserved: 0, entries: 0 });
    expect(await figures.at({ ...mug, sku: 'NONE' as Sku }, { asOf: minute(5), knownAt: long })).toEqual({
      onHand: 0,
      reserved: 0,
      entries: 0,
    });
  });

  it('count a promise as made where it was broken before its time, so that no other is less for it', async () => {
    await ledgers.receive(caused(1), mug, 5);
    await ledgers.allocate(caused(20), requested(1, 4));
    await ledgers.adjust(caused(10), mug, -3, 'broken glass');
    expect(await figures.at(mug, { asOf: minute(10) })).toMatchObject({ onHand: 2, reserved: 2 });
    expect(await figures.at(mug, { asOf: minute(9) })).toMatchObject({ onHand: 5, reserved: 0 });
  });
});
