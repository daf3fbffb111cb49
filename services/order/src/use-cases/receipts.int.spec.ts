import { randomUUID } from 'node:crypto';
import type { InboundInput } from '@tributary/contracts';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { noon, toldOfOrder } from '@tributary/testing';
import fc from 'fast-check';
import { orderAudit } from './order-audit.ts';
import { Orders } from './orders.ts';

type Sale = InboundInput<'tributary.sale.recorded.v1'>;

const receipt = (number: string, lines: Sale['lines'], paid: number) =>
  toldOfOrder('tributary.sale.recorded.v1', {
    channel: 'pos',
    number,
    location: 'leeds',
    currency: 'EUR',
    lines,
    payments: [{ paymentId: 'P1', method: 'cash', amount: paid, status: 'captured' }],
  });

/** A sale of a good, and a receipt on which some of it came back, named or not, and others were bought. Whole euros. */
const anyTrade = fc
  .record({
    sold: fc.integer({ min: 1, max: 9 }),
    back: fc.integer({ min: 1, max: 9 }),
    price: fc.integer({ min: 0, max: 99 }),
    bought: fc.integer({ min: 0, max: 9 }),
    otherPrice: fc.integer({ min: 0, max: 99 }),
    isNamed: fc.boolean(),
  })
  .map((trade) => ({ ...trade, back: Math.min(trade.back, trade.sold) }));

const messagesOf = ({ sold, back, price, bought, otherPrice, isNamed }: Trade) => {
  const good = { sku: 'VASE', unitPrice: `${price}` };
  const returned = {
    ...good,
    lineId: '1',
    quantity: -back,
    ...(isNamed && { returnOf: { orderId: 'pos.0' } }),
  };
  const other = { lineId: '2', sku: 'LAMP', quantity: bought, unitPrice: `${otherPrice}` };
  const exchange = receipt(
    '1',
    [returned, ...(bought > 0 ? [other] : [])],
    100 * (bought * otherPrice - back * price),
  );
  const sale = receipt('0', [{ ...good, lineId: '1', quantity: sold }], 100 * sold * price);
  return [sale, sale, exchange, exchange];
};
type Trade = typeof anyTrade extends fc.Arbitrary<infer T> ? T : never;

/** Units and money, once all is told. */
const endOf = async (messages: ReturnType<typeof messagesOf>) => {
  const log = openSqliteEventLog(':memory:');
  const store = log.forService('order');
  const orders = new Orders(store);
  for (const [n, fact] of messages.entries()) {
    const cause = { id: randomUUID(), recordedTime: noon, time: noon, metadata: { source: 'spec' } };
    await orders.receive(cause, { ...fact, messageId: `m${n}` });
  }
  const [earlier, exchange] = [await orders.find('pos.0'), await orders.find('pos.1')];
  const blind = await store.readStream('return-pos.1');
  const audit = orderAudit();
  const recorded = await Promise.all(
    ['order-pos.0', 'order-pos.1'].map((stream) => store.readStream(stream)),
  );
  const violations = recorded.flat().flatMap((event) => [...audit.see('order', event)]);
  log.close();
  const kept = blind.filter(({ type }) => type === 'tributary.return.unmatched.v1').map(({ data }) => data);
  return { earlier, exchange, kept, violations };
};

describe('An exchange, told in any order with the sale that it names, and twice', () => {
  it('balances in units and money, and counts once', async () => {
    const told = anyTrade.chain((trade) =>
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }).map((turns) => ({ trade, turns })),
    );
    await fc.assert(
      fc.asyncProperty(told, async ({ trade, turns }) => {
        const { back, price, bought, otherPrice, isNamed, sold } = trade;
        const messages = messagesOf(trade);
        const { earlier, exchange, kept, violations } = await endOf(turns.map((turn) => messages[turn]!));
        const worth = 100 * back * price;
        expect(violations).toEqual([]);
        expect(earlier).toMatchObject({
          captured: 100 * sold * price,
          refunded: isNamed ? worth : 0,
          lines: [{ ordered: sold, returned: isNamed ? back : 0 }],
        });
        expect(kept).toMatchObject(
          isNamed ? [] : [{ refund: worth, lines: [{ sku: 'VASE', quantity: back, refund: worth }] }],
        );
        const total = 100 * bought * otherPrice;
        if (bought === 0) expect(exchange).toBeUndefined();
        else
          expect(exchange).toMatchObject({
            captured: total,
            refunded: 0,
            placement: { total },
            lines: [{ sku: 'LAMP', ordered: bought }],
          });
      }),
      { numRuns: 60 },
    );
  });
});
