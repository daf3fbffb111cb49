import type { SaleRecorded } from '@tributary/contracts';
import { noon, toldOfOrder } from '@tributary/testing';
import { type Order, evolve, notCaptured } from './order.ts';
import { isAboutAnotherOrder, receiveFact } from './receive-fact.ts';

type Sale = Omit<SaleRecorded, 'channel' | 'number' | 'currency'>;

const cap = { lineId: '1', sku: 'CAP', quantity: 1, unitPrice: '5.00' };
const hat = { lineId: '1', sku: 'HAT', quantity: 3, unitPrice: '7.00' };

/** A receipt with the number 1, as a till tells it. */
const receipt = (
  sale: object = {},
  more: { messageId?: string; businessDate?: string; occurredAt?: string } = {},
) =>
  toldOfOrder(
    'tributary.sale.recorded.v1',
    {
      channel: 'pos',
      number: '1',
      currency: 'EUR',
      location: 'leeds',
      lines: [cap],
      ...(sale as Partial<Sale>),
    },
    more,
  );

const known = (fact = receipt()): Order => receiveFact(fact, notCaptured).reduce(evolve, notCaptured);

describe('A receipt under a number that is known', () => {
  it('is the same sale told again, whatever its message is called and whenever that is sent', () => {
    const again = receipt({}, { messageId: 'sent again', occurredAt: '2026-03-02T18:00:00.000Z' });
    expect(isAboutAnotherOrder(again, known())).toBe(false);
    expect(receiveFact(again, known())).toMatchObject([
      { type: 'tributary.order.fact-ignored.v1', data: { code: 'already-captured' } },
    ]);
  });

  it('is the same when its lines are told in another order', () => {
    const two = [cap, { ...hat, lineId: '2' }];
    expect(isAboutAnotherOrder(receipt({ lines: two.toReversed() }), known(receipt({ lines: two })))).toBe(
      false,
    );
  });

  it.each([
    ['other goods', { lines: [hat] }],
    ['another quantity', { lines: [{ ...cap, quantity: 2, amount: 500, amountOverride: true }] }],
    ['another amount', { lines: [{ ...cap, unitPrice: '4.00' }] }],
    ['another place', { location: 'york' }],
    ['another currency', { currency: 'GBP' }],
  ])('is another sale with %s', (_, sale) => {
    expect(isAboutAnotherOrder(receipt(sale), known())).toBe(true);
  });

  it('is another sale on another business day, when both say theirs', () => {
    const monday = receipt({}, { businessDate: '2026-03-02' });
    expect(isAboutAnotherOrder(receipt({}, { businessDate: '2026-03-03' }), known(monday))).toBe(true);
    expect(isAboutAnotherOrder(receipt({}, { businessDate: '2026-03-02' }), known(monday))).toBe(false);
    expect(isAboutAnotherOrder(receipt(), known(monday))).toBe(false);
  });

  it('is another sale than an order of a web shop with that number', () => {
    const order = toldOfOrder('tributary.order.captured.v1', {
      channel: 'pos',
      number: '1',
      currency: 'EUR',
      lines: [cap],
    });
    expect(isAboutAnotherOrder(receipt(), known(order as never))).toBe(true);
  });

  it('has nothing to be compared with before that', () => {
    expect(isAboutAnotherOrder(receipt(), notCaptured)).toBe(false);
  });

  it('is placed under the id it is handed, and keeps its number', () => {
    const [placed] = receiveFact({ ...receipt(), orderId: 'pos.1~2' }, notCaptured);
    expect(placed).toMatchObject({ data: { orderId: 'pos.1~2', number: '1', completedAt: noon } });
  });
});
