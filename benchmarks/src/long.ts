import { setTimeout as wait } from 'node:timers/promises';
import { Connection, requestOf, sendAll } from './connection.ts';
import { type Report, reportOf, seconds } from './measure.ts';
import { type Server, adminKey, untilSettled } from './processes.ts';
import { freshOrders, onFreshPlatform, post } from './river-flow.ts';
import { orderEvent, orderIdOf } from './sample-orders.ts';

const batchSize = 100;
/** Facts whose cost is taken together, at the beginning and at the end. */
const window = 2_000;
const factsOfOrder = 20_000;
const movementsOfLedger = 200_000;

let messages = 0;
const message = (type: string, data: object, time = Date.now()) => ({
  specversion: '1.0',
  id: `long-${(messages += 1)}`,
  source: 'urn:bench:long',
  type,
  time: new Date(time).toISOString(),
  data,
});

/** Microseconds of the platform's CPU for each message, from the first request to the last projection. */
const costOf = async (server: Server, all: readonly object[]): Promise<number> => {
  const cpu = server.cpu();
  await sendBatches(server, all);
  await untilSettled(server.url);
  return (server.cpu() - cpu) / all.length;
};

/** One batch after another, so that the facts stay in order. */
const sendBatches = (server: Server, all: readonly object[]): Promise<unknown> => {
  let at = 0;
  return sendAll(server.url, 1, () => {
    if (at >= all.length) return undefined;
    at += batchSize;
    return post(all.slice(at - batchSize, at));
  });
};

/** Facts on another order first, so that what comes first is not dearer for being compiled. */
const warm = async (server: Server): Promise<void> => {
  const orderId = await placed(server);
  await costOf(
    server,
    Array.from({ length: 2 * window }, (_, index) => payment(orderId, index)),
  );
};

interface Costs {
  readonly first: number;
  readonly last: number;
}

/** The cost of the first facts and of the last, with all the others between. */
const costs = async (server: Server, count: number, fact: (index: number) => object): Promise<Costs> => {
  const facts = (from: number, until: number) =>
    Array.from({ length: until - from }, (_, index) => fact(from + index));
  await warm(server);
  await costOf(server, facts(0, batchSize));
  const first = await costOf(server, facts(batchSize, batchSize + window));
  for (let from = batchSize + window; from < count - window; from += 5_000)
    await costOf(server, facts(from, Math.min(from + 5_000, count - window)));
  return { first, last: await costOf(server, facts(count - window, count)) };
};

/** The longest that a reader waits for an answer while something goes on, in milliseconds. */
const longestWaitDuring = async (
  server: Server,
  path: string,
  work: () => Promise<unknown>,
): Promise<number> => {
  const connection = new Connection(server.url);
  const request = requestOf({ method: 'GET', path, key: adminKey });
  let longest = 0;
  let isOver = false;
  const working = work().finally(() => (isOver = true));
  working.catch(() => {});
  while (!isOver) {
    const asked = performance.now();
    await connection.ask(request);
    longest = Math.max(longest, performance.now() - asked);
    await wait(10);
  }
  await working;
  connection.close();
  return longest;
};

const flat = (name: string, { first, last }: Costs): Report => {
  const ratio = last / first;
  return reportOf({
    name,
    ours: `${Math.round(last)} µs`,
    limit: `the first: ${Math.round(first)} µs`,
    ratio: ratio.toFixed(2),
    cpu: `${Math.round(last)} µs/fact`,
    goal: '≤ 1.5',
    met: ratio <= 1.5,
  });
};

const placed = async (server: Server) => {
  const [order] = freshOrders(1);
  await costOf(server, [orderEvent(order!)]);
  return orderIdOf(order!);
};

/** An order that hears of one thing again and again. */
const longOrder = (fact: (orderId: string, index: number) => object): Promise<Costs> =>
  onFreshPlatform(async (server) => {
    const orderId = await placed(server);
    return costs(server, factsOfOrder, (index) => fact(orderId, index));
  });

const payment = (orderId: string, index: number) =>
  message('tributary.payment.captured.v1', { orderId, paymentId: `P${index}`, amount: 1 });

/** Payments told before their order, and then the order. */
const waitingPayments = () =>
  onFreshPlatform(async (server) => {
    const [order] = freshOrders(1);
    const waiting = await costs(server, factsOfOrder, (index) => payment(orderIdOf(order!), index));
    const cpu = server.cpu();
    const longest = await longestWaitDuring(server, '/v1/orders?limit=1', () =>
      costOf(server, [orderEvent(order!)]),
    );
    return { waiting, resumed: (server.cpu() - cpu) / factsOfOrder, longest };
  });

/** One SKU at one location, with a count now and then that is told late. */
const longLedger = () =>
  onFreshPlatform(async (server) => {
    const place = { sku: 'LONG', location: 'store-1' };
    const start = Date.now() - 86_400_000;
    const movement = (index: number) =>
      message('tributary.stock.adjusted.v1', { ...place, delta: 1, reason: 'bench' }, start + index * 100);
    /** As of a few hundred movements ago. */
    const lateCounts = (before: number) =>
      Array.from({ length: 100 }, (_, index) =>
        message(
          'tributary.stock.counted.v1',
          { ...place, quantity: 5, countedAt: new Date(before + index).toISOString() },
          before,
        ),
      );
    await costOf(
      server,
      Array.from({ length: 1_000 }, (_, index) => movement(index)),
    );
    const lateFirst = await costOf(server, lateCounts(start + 70_000));
    const moved = await costs(server, movementsOfLedger, (index) => movement(1_000 + index));
    return {
      moved,
      late: {
        first: lateFirst,
        last: await costOf(server, lateCounts(start + movementsOfLedger * 100 + 70_000)),
      },
    };
  });

/** Many facts on one order, and on one ledger: what one more costs must not depend on how many came before. */
export const long = async (): Promise<readonly Report[]> => {
  const raised = await longOrder((orderId, index) =>
    message('tributary.payment.authorised.v1', { orderId, paymentId: 'P1', amount: index + 1 }),
  );
  const payments = await longOrder(payment);
  const { waiting, resumed, longest } = await waitingPayments();
  const ledger = await longLedger();
  return [
    flat('an order, its 20,000th fact about one payment', raised),
    flat('an order, its 20,000th payment', payments),
    flat('an order that is not known yet, the 20,000th that waits for it', waiting),
    reportOf({
      name: 'an order that 20,000 payments waited for',
      ours: `${Math.round(resumed)} µs each`,
      limit: `told after it: ${Math.round(payments.first)} µs`,
      ratio: (resumed / payments.first).toFixed(2),
      cpu: `${Math.round(resumed)} µs/fact`,
      goal: '≤ 1.5',
      met: resumed / payments.first <= 1.5,
    }),
    reportOf({
      name: 'whoever reads another order meanwhile, at the longest',
      ours: seconds(longest),
      limit: '–',
      ratio: '–',
      cpu: '–',
      goal: '< 500 ms',
      met: longest < 500,
    }),
    flat('a ledger, its 200,000th movement', ledger.moved),
    flat('a ledger of 200,000, a count told late', ledger.late),
  ];
};
