import { randomUUID } from 'node:crypto';
import type { LocationId, OrderId, Sku } from '@tributary/contracts';
import type { Cause, EventStore } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { StockLedgers } from './stock-ledgers.ts';

const mug = { sku: 'MUG' as Sku, location: 'leeds' as LocationId };
const york = 'york' as LocationId;
const minute = (at: number): string => `2026-03-02T12:${String(at).padStart(2, '0')}:00.000Z`;

const caused = (at = 0, id: string = randomUUID()): Cause => ({
  id,
  recordedTime: minute(59),
  time: minute(at),
  metadata: { source: 'tributary/inventory', causationId: id },
});
const orderId = (number: number) => `web.${number}` as OrderId;
const request = (number: number, quantity: number, at: readonly LocationId[] = [mug.location]) => ({
  orderId: orderId(number),
  decisionId: `web.${number}/1`,
  attempt: 1,
  fulfilments: at.map((location, index) => ({
    fulfilmentId: `S${index}-${location}`,
    location,
    method: 'ship' as const,
    lines: [{ lineId: '1', sku: mug.sku, quantity }],
  })),
});
const held = (quantity: number) => ({
  ...mug,
  fulfilmentId: 'S0-leeds',
  lineId: '1',
  quantity,
});
const sold = (quantity: number) => [{ ...mug, lineId: '1', quantity }];

describe('Stock ledgers', () => {
  let [log, store, ledgers] = [] as unknown as [SqliteEventLog, EventStore, StockLedgers];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    store = log.forService('inventory');
    ledgers = new StockLedgers(store);
  });
  afterEach(() => log.close());

  const typesIn = async (stream: string) =>
    (await store.readStream(stream)).map(({ type }) => type.split('.')[2]);
  const level = async (location = mug.location) => {
    const { onHand, reserved } = await ledgers.at({ ...mug, location });
    return { onHand, reserved };
  };

  it('take a cause in once, however often it is told', async () => {
    const cause = caused();
    const answers = await Promise.all([1, 2, 3].map(() => ledgers.receive(cause, mug, 5)));
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['duplicate', 'duplicate', 'recorded']);
    expect((await ledgers.receive(cause, mug, 5)).outcome).toBe('duplicate');
    expect(await level()).toEqual({ onHand: 5, reserved: 0 });
  });

  it('no-oversell: of many decisions at once as many are reserved as there are goods', async () => {
    await ledgers.receive(caused(), mug, 5);
    await Promise.all(
      Array.from({ length: 12 }, (_, number) => ledgers.allocate(caused(), request(number, 1))),
    );
    expect(await level()).toEqual({ onHand: 5, reserved: 5 });
    const answers = (await store.readAll(0, 100)).filter(({ stream }) => stream.startsWith('allocation-'));
    const reserved = answers.filter(({ type }) => type === 'tributary.allocation.reserved.v1');
    expect([reserved.length, answers.length]).toEqual([5, 12]);
    const refused = answers.find(({ type }) => type === 'tributary.allocation.refused.v1')!;
    expect(refused.data).toMatchObject({ short: [{ ...mug, requested: 1, available: 0 }] });
  });

  it('reserve at all places of a decision or at none', async () => {
    await ledgers.receive(caused(), mug, 5);
    await ledgers.allocate(caused(), request(1, 2, [mug.location, york]));
    expect(await level()).toEqual({ onHand: 5, reserved: 0 });
    expect(await typesIn('allocation-web.1')).toEqual(['refused']);
  });

  it('place a count at its own time: what moved after it stays on top', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await ledgers.sell(caused(5), orderId(1), sold(3));
    await ledgers.count(caused(6), mug, 9, minute(4));
    expect(await level()).toEqual({ onHand: 6, reserved: 0 });
    await ledgers.count(caused(7), mug, 50, minute(3));
    expect(await level()).toEqual({ onHand: 6, reserved: 0 });
  });

  it('place it so even while what moved after it is still being recorded', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await Promise.all([
      ledgers.sell(caused(5), orderId(1), sold(3)),
      ledgers.count(caused(6), mug, 9, minute(4)),
      ledgers.sell(caused(7), orderId(2), sold(1)),
    ]);
    expect(await level()).toEqual({ onHand: 5, reserved: 0 });
  });

  it('break the newest promises when goods are sold over the counter', async () => {
    await ledgers.receive(caused(), mug, 5);
    await ledgers.allocate(caused(), request(1, 2));
    await ledgers.allocate(caused(), request(2, 3));
    await ledgers.sell(caused(), 'pos.1' as OrderId, sold(2));
    expect(await level()).toEqual({ onHand: 3, reserved: 3 });
    expect(await typesIn('stock-MUG@leeds')).toEqual([
      'received',
      'reserved',
      'reserved',
      'reservation-broken',
      'sold',
    ]);
    expect(await typesIn('allocation-web.2')).toEqual(['reserved', 'broken']);
    expect(await typesIn('allocation-web.1')).toEqual(['reserved']);
  });

  it('let goods go for an order out of its reservation, and only that', async () => {
    await ledgers.receive(caused(), mug, 5);
    await ledgers.allocate(caused(), request(1, 2));
    await ledgers.issue(caused(), orderId(1), [held(2)]);
    expect(await level()).toEqual({ onHand: 3, reserved: 0 });
    await ledgers.release(caused(), orderId(1), [held(2)], 'order cancelled');
    expect(await level()).toEqual({ onHand: 3, reserved: 0 });
  });

  it('learn from a short pick what was not there', async () => {
    await ledgers.receive(caused(), mug, 5);
    await ledgers.allocate(caused(), request(1, 2));
    await ledgers.short(caused(), orderId(1), [{ ...held(2), reason: 'not-found' }]);
    expect(await level()).toEqual({ onHand: 3, reserved: 0 });
    await ledgers.short(caused(), orderId(1), [{ ...held(2), reason: 'not-found' }]);
    expect(await level()).toEqual({ onHand: 3, reserved: 0 });
  });

  it('move goods out of one place and into another at the same moment', async () => {
    await ledgers.receive(caused(), mug, 5);
    await ledgers.move(caused(), mug.sku, mug.location, york, 2);
    expect([await level(), await level(york)]).toEqual([
      { onHand: 3, reserved: 0 },
      { onHand: 2, reserved: 0 },
    ]);
  });

  it('break no promise for goods that are moved to where they are', async () => {
    await ledgers.receive(caused(), mug, 5);
    await ledgers.allocate(caused(), request(1, 4));
    await ledgers.move(caused(), mug.sku, mug.location, mug.location, 3);
    expect(await level()).toEqual({ onHand: 5, reserved: 4 });
    expect(await typesIn('stock-MUG@leeds')).toEqual(['received', 'reserved', 'fact-ignored']);
  });

  it('change several lines of one ledger together', async () => {
    await ledgers.receive(caused(), mug, 5);
    const lines = [...sold(1), { ...mug, lineId: '2', quantity: 2 }];
    await ledgers.sell(caused(), orderId(1), lines);
    expect(await level()).toEqual({ onHand: 2, reserved: 0 });
    await ledgers.takeBack(caused(), lines, 'R1', orderId(1));
    expect(await level()).toEqual({ onHand: 5, reserved: 0 });
  });

  it('are what their stream says, for whoever reads them anew', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await ledgers.allocate(caused(2), request(1, 4));
    await ledgers.sell(caused(3), orderId(9), sold(7));
    const before = await level();
    ledgers = new StockLedgers(store);
    expect(await level()).toEqual(before);
    expect(before).toEqual({ onHand: 3, reserved: 3 });
    const page = await ledgers.ledger(mug, 2, 2);
    expect(page.map(({ version }) => version)).toEqual([2, 3]);
  });
});
