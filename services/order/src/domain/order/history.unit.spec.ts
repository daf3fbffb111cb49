import { givenFor, noon, orderFact, orderId, toldOfOrder } from '@tributary/testing';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from './order.ts';
import { receiveFact } from './receive-fact.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });

const line = (lineId: string, quantity: number) => ({
  lineId,
  sku: `SKU-${lineId}`,
  quantity,
  unitPrice: '1.00',
  amount: quantity * 100,
});
const postage = { code: 'POST', amount: 300 };
/** An invoice of a file of history, as far as the file tells it. */
const invoice = (
  lines: ReturnType<typeof line>[],
  { charges = [postage].slice(1), ...more } = {} as Partial<Invoice>,
) => {
  const total = [...lines, ...charges].reduce((sum, { amount }) => sum + amount, 0);
  const data = {
    channel: 'web',
    number: '100',
    currency: 'GBP',
    lines,
    ...(charges.length > 0 && { charges }),
    payments: [{ paymentId: 'P1', method: 'invoice', amount: total, status: 'captured' as const }],
    total,
    completedAt: noon,
    ...more,
  };
  return { ...toldOfOrder('tributary.order.captured.v1', data, { messageId: `m${total}` }), imported: true };
};
interface Invoice {
  readonly charges: (typeof postage)[];
  readonly currency: string;
  readonly completedAt: undefined;
}
const told =
  (...args: Parameters<typeof invoice>) =>
  (order: Order) =>
    receiveFact(invoice(...args), order);
const known = (...args: Parameters<typeof invoice>) => given(...told(...args)(notCaptured));

const cut = [line('1', 1)];
const whole = [line('1', 1), line('2', 2), line('3', 3)];

describe('History that a file had told only in part', () => {
  it('gets the rest when the whole file is told: lines, charges and what was paid for them', () => {
    const { state } = known(cut)
      .when(told(whole, { charges: [postage] }))
      .then(
        orderFact('tributary.order.history-completed.v1', {
          orderId,
          lines: [line('2', 2), line('3', 3)].map((one) => ({ ...one, method: 'ship' as const })),
          charges: [postage],
          total: 900,
        }),
        orderFact('tributary.order.payment-captured.v1', {
          orderId,
          paymentId: 'P1',
          captureId: 'total-900',
          capturedAt: noon,
          amount: 800,
          method: 'invoice',
        }),
      );
    expect(state).toMatchObject({
      captured: 900,
      placement: { total: 900, charges: 1 },
      lines: [{ fulfilled: 1 }, { fulfilled: 2, delivered: 2 }, { fulfilled: 3 }],
    });
  });

  it('ends the same when the whole is told first, or again', () => {
    const completed = known(cut)
      .when(told(whole))
      .then(...told(whole)(known(cut).state)).state as Captured;
    const { lines, captured, placement } = known(whole).state as Captured;
    expect(completed).toMatchObject({ lines, captured, placement });
    for (const again of [cut, whole])
      expect(told(again)(completed)).toMatchObject([
        { type: 'tributary.order.fact-ignored.v1', data: { code: 'already-captured' } },
      ]);
  });

  it.each([
    ['other goods', [{ ...line('1', 1), sku: 'OTHER' }, line('2', 2)], {}],
    ['another quantity', [line('1', 2), line('2', 2)], {}],
    ['another price', [{ ...line('1', 1), unitPrice: '2.00', amount: 200 }, line('2', 2)], {}],
    ['another currency', whole, { currency: 'EUR' }],
    ['no word that it was complete', whole, { completedAt: undefined }],
  ])('is not completed by an order with %s', (_, lines, more) => {
    expect(told(lines, more)(known(cut).state)).toMatchObject([
      { type: 'tributary.order.fact-ignored.v1', data: { code: 'already-captured' } },
    ]);
  });

  it('is not what an order of today is', () => {
    const today = given(...receiveFact({ ...invoice(cut), imported: false }, notCaptured));
    expect(told(whole)(today.state)).toMatchObject([{ data: { code: 'already-captured' } }]);
  });
});
