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

  it('say it of any part of a long ledger, and read less than a block beside it', async () => {
    const cause = caused(0);
    const size = 2 * entriesInBlock + 76;
    await Promise.all(
      Array.from({ length: size }, (_, n) => ledgers.receive({ ...cause, id: randomUUID() }, mug, n % 3)),
    );
    const whole = (await figures.entries(mug, 1, size)).map(({ balance }) => balance);
    expect(whole.at(-1)!.onHand).toBe((await ledgers.at(mug)).onHand);
    for (const from of [2, entriesInBlock, entriesInBlock + 1, 2 * entriesInBlock, size - 1, size]) {
      asked = [];
      const part = await figures.entries(mug, from, 20);
      expect(part.map(({ balance }) => balance)).toEqual(whole.slice(from - 1, from + 19));
      expect(asked.slice(1).reduce((sum, entries) => sum + entries, 0)).toBeLessThan(entriesInBlock);
    }
  });
});
