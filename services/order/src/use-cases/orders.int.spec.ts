import { randomUUID } from 'node:crypto';
import type { Cause } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { noon, toldOfOrder } from '@tributary/testing';
import { Orders } from './orders.ts';

const caused = (): Cause => ({
  id: randomUUID(),
  recordedTime: noon,
  time: noon,
  metadata: { source: 'tributary/order' },
});
const receipt = (sku: string) =>
  toldOfOrder('tributary.sale.recorded.v1', {
    channel: 'pos',
    number: '1',
    location: 'leeds',
    currency: 'EUR',
    lines: [{ lineId: '1', sku, quantity: 1, unitPrice: '5.00' }],
  });

describe('Receipts of a till that begins its numbers again', () => {
  let [log, orders] = [] as unknown as [SqliteEventLog, Orders];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    orders = new Orders(log.forService('order'));
  });
  afterEach(() => log.close());

  const goodsOf = async (orderId: string) => (await orders.find(orderId))?.lines.map(({ sku }) => sku);

  it('are an order each, numbered as they came, and each is taken in once', async () => {
    for (const sku of ['CAP', 'HAT', 'CAP', 'TIE', 'HAT', 'TIE'])
      await orders.receive(caused(), receipt(sku));
    expect(await goodsOf('pos.1')).toEqual(['CAP']);
    expect(await goodsOf('pos.1~2')).toEqual(['HAT']);
    expect(await goodsOf('pos.1~3')).toEqual(['TIE']);
    expect(await goodsOf('pos.1~4')).toBeUndefined();
  });

  it('are an order each also when they are told at the same moment', async () => {
    await Promise.all(['CAP', 'HAT', 'CAP', 'HAT'].map((sku) => orders.receive(caused(), receipt(sku))));
    const goods = await Promise.all(['pos.1', 'pos.1~2', 'pos.1~3'].map(goodsOf));
    expect(goods.flat().sort()).toEqual(['CAP', 'HAT', undefined]);
  });
});
