import { randomUUID } from 'node:crypto';
import type { Cause, EventStore } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { fulfilmentOf, noon, toldOfOrder } from '@tributary/testing';
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

describe('Goods that came back on a receipt', () => {
  const lamp = { lineId: '1', sku: 'LAMP', quantity: 1, unitPrice: '80.00' };
  const vase = { lineId: '2', sku: 'VASE', quantity: -1, unitPrice: '50.00' };
  const ofEarlier = { ...vase, returnOf: { orderId: 'pos.0' } };
  const rungUp = (number: string, ...lines: (typeof lamp | typeof ofEarlier)[]) =>
    toldOfOrder('tributary.sale.recorded.v1', {
      channel: 'pos',
      number,
      location: 'leeds',
      currency: 'EUR',
      lines,
    });
  const earlier = toldOfOrder('tributary.sale.recorded.v1', {
    channel: 'pos',
    number: '0',
    location: 'york',
    currency: 'EUR',
    lines: [{ ...vase, quantity: 1 }],
    payments: [{ paymentId: 'P1', method: 'cash', amount: 5_000, status: 'captured' }],
  });

  /** The types of what is recorded in streams, once all is told; each message has an id of its own. */
  const recordedOf = async (told: readonly ReturnType<typeof rungUp>[], ...streams: readonly string[]) => {
    const log = openSqliteEventLog(':memory:');
    const store = log.forService('order');
    const orders = new Orders(store);
    for (const [n, fact] of told.entries()) await orders.receive(caused(), { ...fact, messageId: `m${n}` });
    const events = await Promise.all(streams.map((stream) => store.readStream(stream)));
    log.close();
    return events.map((one) => one.map(({ type }) => type.replace(/^tributary\.|\.v\d+$/g, '')));
  };
  const [placed, takenBack, ignored] = ['order.placed', 'order.goods-taken-back', 'order.fact-ignored'];
  const [unmatched, ignoredReturn] = ['return.unmatched', 'return.fact-ignored'];

  it('are a blind return where they name no order, once however often they are told', async () => {
    const exchange = rungUp('1', lamp, vase);
    expect(await recordedOf([exchange, exchange], 'order-pos.1', 'return-pos.1')).toEqual([
      [placed, takenBack, ignored],
      [unmatched, ignoredReturn],
    ]);
  });

  it('place no order where nothing was sold, and are known by the receipt all the same', async () => {
    const back = rungUp('1', vase);
    expect(await recordedOf([back, back], 'order-pos.1', 'return-pos.1')).toEqual([
      [takenBack, ignored],
      [unmatched, ignoredReturn],
    ]);
  });

  it('are of the order that they name, told before it or after it', async () => {
    const exchange = rungUp('1', lamp, ofEarlier);
    const streams = ['order-pos.1', 'return-pos.1', 'order-pos.0'] as const;
    expect(await recordedOf([earlier, exchange, exchange], ...streams)).toEqual([
      [placed, takenBack, ignored],
      [],
      [placed, 'order.returned', ignored],
    ]);
    expect(await recordedOf([exchange, exchange, earlier], ...streams)).toEqual([
      [placed, takenBack, ignored],
      [],
      [
        ...['order.fact-parked', 'order.fact-parked', placed],
        ...['order.fact-resumed', 'order.returned', 'order.fact-resumed', ignored],
      ],
    ]);
  });

  it('are another return on another receipt of the same number, whatever it sells', async () => {
    const cup = { ...vase, sku: 'CUP' };
    const receipts = [rungUp('1', lamp, vase), rungUp('1', lamp), rungUp('1', lamp, cup), rungUp('1', cup)];
    const uses = ['pos.1', 'pos.1~2', 'pos.1~3', 'pos.1~4'];
    const streams = [...uses.map((id) => `order-${id}`), ...uses.map((id) => `return-${id}`)];
    expect(await recordedOf([...receipts, ...receipts], ...streams)).toEqual([
      ...[
        [placed, takenBack, ignored],
        [placed, ignored],
        [placed, takenBack, ignored],
        [takenBack, ignored],
      ],
      ...[[unmatched, ignoredReturn], [], [unmatched, ignoredReturn], [unmatched, ignoredReturn]],
    ]);
  });

  it('may have been sold under the same number, on an earlier receipt', async () => {
    const back = rungUp('0', ofEarlier);
    const ends = await Promise.all(
      [
        [earlier, back],
        [back, earlier],
      ].map((told) => recordedOf(told, 'order-pos.0', 'order-pos.0~2')),
    );
    expect(ends.map(([first, second]) => [first!.slice(-1), second])).toEqual(
      Array(2).fill([['order.returned'], [takenBack]]),
    );
  });

  it('go on where a process died after the receipt was recorded', async () => {
    const log = openSqliteEventLog(':memory:');
    const store = log.forService('order');
    const dying = appendingBy(store, (appends, ...more) =>
      appends.some(({ stream }) => stream.startsWith('return-'))
        ? Promise.reject(new Error('killed'))
        : store.append(appends, ...more),
    );
    const [cause, exchange] = [caused(), rungUp('1', lamp, vase)];
    await expect(new Orders(dying).receive(cause, exchange)).rejects.toThrow('killed');
    await new Orders(store).receive(cause, exchange);
    const [receipts, returns] = [
      await store.readStream('order-pos.1'),
      await store.readStream('return-pos.1'),
    ];
    log.close();
    expect([receipts.length, returns.length]).toEqual([2, 1]);
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
      await orders.receive(caused(), { ...toldOfOrder('tributary.return.received.v1', told), orderId: '' });
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
