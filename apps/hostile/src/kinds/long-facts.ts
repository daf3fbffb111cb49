import { tally } from '../answer.ts';
import type { Attempt, Kind } from '../kind.ts';
import { longestForOthers, slowestMeanwhile } from '../meanwhile.ts';
import type { Target } from '../target.ts';
import { event, order, placedOf, stock } from '../trade.ts';

const sku = 'HOSTILE-FACTS';

const number = 'paid-first';

const payment = (index: number) =>
  event('tributary.payment.captured.v1', {
    orderId: `web.${number}`,
    paymentId: `p-${index}`,
    captureId: `c-${index}`,
    amount: 1,
  });

const theirOrder = event(
  'tributary.order.captured.v1',
  order(number, sku, { lines: [{ lineId: '1', sku, quantity: 10, unitPrice: '10.00' }] }),
);

/** What the page of an order says was paid, in minor units. */
const paidOf = async ({ ask }: Target, orderId: string): Promise<unknown> =>
  (await ask(`/v1/orders/${orderId}`)).body?.money?.captured;

const paymentsFirst = (target: Target, key: string): Attempt => {
  const count = target.short ? 200 : 2_000;
  return {
    request: `POST /v1/events: ${count} payments, then their order`,
    must: `the order is placed once with ${count} payments, and reads are answered within ${longestForOthers(target)} ms`,
    play: async () => {
      const work = async () => {
        const payments = Array.from({ length: count }, (_, index) => payment(index));
        const first = await target.ask('/v1/events', { key, json: payments });
        await target.settled();
        const then = await target.ask('/v1/events', { key, json: theirOrder });
        await target.settled();
        return tally([first, then]);
      };
      const working = work();
      const slowest = await slowestMeanwhile(target, working, `/v1/stock?sku=${sku}`);
      const told = await working;
      const placed = await placedOf(target, `web.${number}`);
      const paid = await paidOf(target, `web.${number}`);
      return {
        held: placed === 1 && paid === count && slowest <= longestForOthers(target),
        answer: `${told}; placed ${placed}, paid ${String(paid)}; reads waited ${Math.round(slowest)} ms at most`,
      };
    },
  };
};

/** So many facts about one order that what they cost must not grow with their number. */
export const longFactsKind: Kind = {
  name: 'long facts',
  harmless: false,
  attempts: async (target) => {
    const key = await target.keyOf('integrator');
    await stock(target, sku, 100);
    return [paymentsFirst(target, key)];
  },
};
