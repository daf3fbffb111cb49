import { randomUUID } from 'node:crypto';
import type { Cause, EventStore } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { fulfilmentOf, inbound, noon, toldOfOrder } from '@tributary/testing';
import { mostResumed } from '../domain/order/receive-fact.ts';
import { Orders } from './orders.ts';

/** The store, but for how it appends. */
const appendingBy = (store: EventStore, append: EventStore['append']): EventStore =>
  Object.assign(Object.create(store) as EventStore, { append });

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

describe('Messages that wait for one order in their hundreds', () => {
  const orderId = 'web.100';
  const all = 3 * mostResumed - 50;
  const lines = [{ lineId: '1', sku: 'LAMP', quantity: 2, unitPrice: '5.00' }];
  const capture = toldOfOrder('tributary.order.captured.v1', {
    channel: 'web',
    number: '100',
    currency: 'EUR',
    lines,
  });
  let log = openSqliteEventLog(':memory:');
  afterEach(() => log.close());

  const paidEarly = async (store: EventStore): Promise<Orders> => {
    const orders = new Orders(store);
    for (let n = 0; n < all; n += 1) {
      const payment = { orderId, paymentId: `P${n}`, amount: 1 };
      const told = toldOfOrder('tributary.payment.captured.v1', payment);
      await orders.receive(caused(), { ...told, messageId: `m${n}` });
    }
    return orders;
  };

  it('are all taken up when it is captured, so many at a time', async () => {
    log = openSqliteEventLog(':memory:');
    const store = log.forService('order');
    const appended: number[] = [];
    const orders = await paidEarly(
      appendingBy(store, (appends, checks) => {
        appended.push(appends.flatMap(({ events }) => events).length);
        return store.append(appends, checks);
      }),
    );
    await orders.receive(caused(), capture);
    expect(await orders.find(orderId)).toMatchObject({ captured: all });
    expect(appended.slice(all)).toEqual([1 + 2 * mostResumed, 2 * mostResumed, 2 * (all - 2 * mostResumed)]);
  });

  it('are all taken up once, where the process ended in between and the capture is told again', async () => {
    log = openSqliteEventLog(':memory:');
    const store = log.forService('order');
    await paidEarly(store);
    const cause = caused();
    let appends = 0;
    const ending = new Orders(
      appendingBy(store, (...args) =>
        ++appends > 2 ? Promise.reject(new Error('killed')) : store.append(...args),
      ),
    );
    await expect(ending.receive(cause, capture)).rejects.toThrow('killed');
    const again = new Orders(store);
    expect(await again.find(orderId)).toMatchObject({ captured: 2 * mostResumed });
    await again.receive(cause, capture);
    expect(await again.find(orderId)).toMatchObject({ captured: all });
  });
});

describe('Returns that name no order', () => {
  it('are each recorded, however many are told at the same moment', async () => {
    const log = openSqliteEventLog(':memory:');
    const store = log.forService('order');
    const orders = new Orders(store);
    const ids = Array.from({ length: 50 }, (_, n) => `R${n}`);
    const recorded = ids.map(async (returnId, n) => {
      // Each begins a little later than the one before it, while that one is still under way.
      for (let turn = 0; turn < n; turn += 1) await undefined;
      const told = { returnId, currency: 'EUR', lines: [] };
      await orders.recordUnmatched(caused(), inbound('tributary.return.received.v1', told));
    });
    await Promise.all(recorded);
    const kept = await Promise.all(ids.map((returnId) => store.readStream(`return-${returnId}`)));
    expect(kept.map((events) => events.length)).toEqual(ids.map(() => 1));
    log.close();
  });
});

describe('Who waits until an order is sourced', () => {
  let [log, orders] = [] as unknown as [SqliteEventLog, Orders];
  const orderId = 'web.100';
  beforeEach(async () => {
    log = openSqliteEventLog(':memory:');
    orders = new Orders(log.forService('order'));
    const lines = [{ lineId: '1', sku: 'LAMP', quantity: 2, unitPrice: '5.00' }];
    const captured = { channel: 'web', number: '100', currency: 'EUR', lines };
    await orders.receive(caused(), toldOfOrder('tributary.order.captured.v1', captured));
  });
  afterEach(() => log.close());

  const allocate = (quantity: number, attempt = 1) =>
    orders.takeUpAllocation(caused(), orderId, {
      decisionId: `${orderId}/${attempt}`,
      attempt,
      fulfilments: [fulfilmentOf(`S${attempt}-leeds`, { 1: quantity })],
    });
  const short = (quantity: number) =>
    orders.meetShortage(caused(), orderId, {
      decisionId: `${orderId}/9`,
      lines: [{ lineId: '1', sku: 'LAMP' as never, quantity, reason: 'out of stock' }],
    });
  /** What the next answer says of the line, or that there was none by the time that was waited for. */
  const answerTo = async (work: () => Promise<void>) => {
    const given = new AbortController();
    const answer = orders.answers.next(orderId, given.signal);
    await work();
    given.abort();
    return (await answer)?.lines.map(({ allocated, backordered }) => ({ allocated, backordered }));
  };

  it('is told once everything is allocated', async () => {
    expect(await answerTo(() => allocate(2))).toEqual([{ allocated: 2, backordered: 0 }]);
  });

  it('is told once the rest is known to wait for stock', async () => {
    expect(await answerTo(() => allocate(1))).toBeUndefined();
    expect(await answerTo(() => short(1))).toEqual([{ allocated: 1, backordered: 1 }]);
  });

  it('is told what is known when the process stops, and waits for nothing after that', async () => {
    const waiting = orders.answers.next(orderId, new AbortController().signal);
    orders.answers.close();
    expect(await waiting).toBeUndefined();
    expect(await orders.answers.next(orderId, new AbortController().signal)).toBeUndefined();
  });

  it('is told nothing while a part has no answer yet', async () => {
    expect(await answerTo(() => allocate(1))).toBeUndefined();
  });
});
