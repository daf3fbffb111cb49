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

  it('take in each of several changes that one cause leads to', async () => {
    const cause = caused();
    await ledgers.receive(cause, mug, 5);
    await ledgers.receive(cause, { ...mug, location: york }, 3);
    expect([await level(), await level(york)]).toEqual([
      { onHand: 5, reserved: 0 },
      { onHand: 3, reserved: 0 },
    ]);
  });

  it('refuse no order a unit that a repeated allocation seemed to take', async () => {
    const cause = caused(1);
    await ledgers.receive(caused(), mug, 2);
    await ledgers.allocate(cause, request(1, 1));
    await Promise.all([ledgers.allocate(cause, request(1, 1)), ledgers.allocate(caused(2), request(2, 1))]);
    expect(await typesIn('allocation-web.2')).toEqual(['reserved']);
    expect(await level()).toEqual({ onHand: 2, reserved: 2 });
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

  it('see in a count what moved at its very moment and was told before it', async () => {
    await ledgers.receive(caused(1), mug, 10);
    await ledgers.sell(caused(4), orderId(1), sold(3));
    await ledgers.receive(caused(5), mug, 2);
    await ledgers.count(caused(6), mug, 6, minute(4));
    expect(await level()).toEqual({ onHand: 8, reserved: 0 });
  });

  it('place a movement at its own time: what a count saw is not booked again when it is told late', async () => {
    await ledgers.count(caused(1), mug, 10, minute(1));
    await ledgers.count(caused(9), mug, 6, minute(9));
    await ledgers.sell(caused(5), orderId(1), sold(4));
    expect(await level()).toEqual({ onHand: 6, reserved: 0 });
    const entries = await ledgers.ledger(mug, 3, 10);
    expect(entries.map(({ type, time, data }) => [type.split('.')[2], time, data])).toEqual([
      [
        'count-restated',
        minute(9),
        { ...mug, countedAt: minute(9), delta: 4, toldLate: 'tributary.inventory.sold.v1' },
      ],
      ['sold', minute(5), { ...mug, delta: -4, orderId: 'web.1', lineId: '1', late: true }],
    ]);
  });

  it.each<[told: string, tell: (at: Cause) => Promise<unknown>]>([
    ['a sale', (at) => ledgers.sell(at, orderId(1), sold(4))],
    ['a receipt', (at) => ledgers.receive(at, mug, 5)],
    ['an adjustment', (at) => ledgers.adjust(at, mug, -2, 'broken glass')],
    ['goods moved out', (at) => ledgers.move(at, mug.sku, mug.location, york, 2)],
    ['goods moved in', (at) => ledgers.move(at, mug.sku, york, mug.location, 2)],
    ['goods issued out of a reservation', (at) => ledgers.issue(at, orderId(7), [held(3)])],
    ['goods issued without one', (at) => ledgers.issue(at, orderId(8), [held(3)])],
    ['a short pick', (at) => ledgers.short(at, orderId(7), [{ ...held(1), reason: 'not-found' }])],
    ['a return', (at) => ledgers.takeBack(at, sold(2), 'R1', orderId(1))],
    ['an older count', (at) => ledgers.count(at, mug, 50, minute(5))],
  ])('stand by their count when %s before it is told after it', async (_, tell) => {
    await ledgers.receive(caused(0), mug, 10);
    await ledgers.allocate(caused(1), request(7, 3));
    await ledgers.count(caused(9), mug, 6, minute(9));
    await tell(caused(5));
    expect((await level()).onHand).toBe(6);
    ledgers = new StockLedgers(store);
    expect((await level()).onHand).toBe(6);
  });

  it('take a count of a moment to come as of when it was told, so that it does not rule until then', async () => {
    const told: Cause = { ...caused(), recordedTime: minute(10) };
    await ledgers.count(told, mug, 10, minute(50));
    await ledgers.sell(caused(20), orderId(1), sold(3));
    expect(await level()).toEqual({ onHand: 7, reserved: 0 });
    await ledgers.count(caused(30), mug, 8, minute(30));
    expect(await level()).toEqual({ onHand: 8, reserved: 0 });
    const [first] = await ledgers.ledger(mug, 1, 1);
    expect(first).toMatchObject({ time: minute(10), data: { countedAt: minute(50) } });
  });

  it.each<[told: string, tell: (history: Cause) => Promise<unknown>, kept: string[]]>([
    ['a count', (history) => ledgers.count(history, mug, 50, minute(5)), ['fact-ignored']],
    ['an adjustment', (history) => ledgers.adjust(history, mug, -2, 'lost'), ['fact-ignored']],
    ['a receipt', (history) => ledgers.receive(history, mug, 5), ['fact-ignored']],
    ['a move', (history) => ledgers.move(history, mug.sku, mug.location, york, 2), ['fact-ignored']],
    ['a sale', (history) => ledgers.sell(history, orderId(1), sold(4)), []],
    ['goods issued', (history) => ledgers.issue(history, orderId(1), [held(3)]), []],
    ['a return', (history) => ledgers.takeBack(history, sold(2), 'R1', orderId(1)), []],
  ])('stay as they are when %s is told as imported history', async (_, tell, kept) => {
    await ledgers.receive(caused(1), mug, 10);
    const history = caused(2);
    await tell({ ...history, metadata: { ...history.metadata, imported: true } });
    expect(await level()).toEqual({ onHand: 10, reserved: 0 });
    expect(await typesIn('stock-MUG@leeds')).toEqual(['received', ...kept]);
    expect(await typesIn('stock-MUG@york')).toEqual([]);
  });

  it('keep of imported history which message it was, and why it moved nothing', async () => {
    const history = caused(2);
    await ledgers.receive({ ...history, metadata: { ...history.metadata, imported: true } }, mug, 5);
    const [ignored] = await ledgers.ledger(mug, 1, 1);
    expect(ignored!.data).toEqual({
      ...mug,
      messageId: history.id,
      messageType: 'tributary.stock.received.v1',
      code: 'imported-history',
      reason: 'Imported history does not move current stock.',
    });
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

  it('let goods go once that a short pick had missed, and release what was held in their stead', async () => {
    await ledgers.receive(caused(), mug, 5);
    await ledgers.receive(caused(), { ...mug, location: york }, 2);
    await ledgers.allocate(caused(), request(1, 2));
    await ledgers.short(caused(), orderId(1), [{ ...held(2), reason: 'not-found' }]);
    await ledgers.allocate(caused(), { ...request(1, 2, [york]), decisionId: 'web.1/2', attempt: 2 });
    const elsewhere = { ...held(2), location: york, fulfilmentId: 'S0-york' };
    await ledgers.issue(caused(), orderId(1), [{ ...held(2), shorted: 2 }], [elsewhere]);
    expect([await level(), await level(york)]).toEqual([
      { onHand: 3, reserved: 0 },
      { onHand: 2, reserved: 0 },
    ]);
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
