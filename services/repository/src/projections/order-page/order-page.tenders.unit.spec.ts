import type { OrderFact } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { orderFact, orderId, placedWith } from '@tributary/testing';
import { orderPage } from './evolve-order-page.ts';
import { type OrderPage, mostListed } from './order-page.ts';

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const recorded = ({ type, data }: OrderFact, index: number): RecordedEvent => ({
  id: `event ${index}`,
  type,
  time: at(12),
  data,
  metadata: { source: 'tributary/order' },
  position: index,
  stream: `order-${orderId}`,
  version: index + 1,
  recordedTime: at(23),
});
const pageAfter = (...facts: readonly OrderFact[]): OrderPage =>
  facts
    .map(recorded)
    .reduce<OrderPage | undefined>((page, event) => orderPage.evolve(page, event), undefined)!;

const captured = (paymentId: string, amount: number, hour: number) =>
  orderFact('tributary.order.payment-captured.v1', { orderId, paymentId, amount, capturedAt: at(hour) });
const refunded = (refundId: string, amount: number, paymentId?: string) =>
  orderFact('tributary.order.refunded.v1', {
    orderId,
    refundId,
    amount,
    ...(paymentId && { paymentId }),
  });
const returned = (refund: number) =>
  orderFact('tributary.order.returned.v1', { orderId, returnId: 'B1', lines: [], refund });

const placed = placedWith({ 1: 5 });
const paid = [placed, captured('CARD', 300, 13), captured('VOUCHER', 200, 12)];
const givenBack = (...facts: readonly OrderFact[]) =>
  Object.fromEntries(
    pageAfter(...facts).payments.map(({ paymentId, refunded: all, refundedByName: named }) => [
      paymentId,
      [all, named],
    ]),
  );

describe('The payments on the page of an order', () => {
  it('say when they first took money', () => {
    const { payments } = pageAfter(...paid, captured('CARD', 10, 11), captured('CARD', 20, 15));
    expect(payments).toStrictEqual([
      { paymentId: 'CARD', amount: 330, status: 'captured', capturedAt: at(11) },
      { paymentId: 'VOUCHER', amount: 200, status: 'captured', capturedAt: at(12) },
    ]);
  });

  it('give back what names them', () => {
    expect(givenBack(...paid, refunded('R1', 50, 'CARD'), refunded('R2', 0, 'VOUCHER'))).toEqual({
      CARD: [50, 50],
      VOUCHER: [undefined, undefined],
    });
  });

  it('give back what names none, also for returned goods, those first that took money first', () => {
    expect(givenBack(...paid, refunded('R1', 150), returned(100))).toEqual({
      VOUCHER: [200, undefined],
      CARD: [50, undefined],
    });
  });

  it('give back the same in whatever order refunds were recorded', () => {
    const refunds = [refunded('R1', 100), refunded('R2', 150, 'VOUCHER'), refunded('R3', 20, 'CARD')];
    const expected = { VOUCHER: [200, 150], CARD: [70, 20] };
    expect(givenBack(...paid, ...refunds)).toEqual(expected);
    expect(givenBack(...paid, ...refunds.toReversed())).toEqual(expected);
  });

  it('keep what they gave back when the rest of them is given up', () => {
    const voided = orderFact('tributary.order.payment-voided.v1', { orderId, paymentId: 'CARD' });
    expect(givenBack(...paid, refunded('R1', 50, 'CARD'), voided)).toEqual({
      CARD: [50, 50],
      VOUCHER: [undefined, undefined],
    });
  });

  it('that are not all listed say what was given back by name alone', () => {
    const many = Array.from({ length: mostListed + 1 }, (_, index) => captured(`P${index}`, 10, 12));
    const { payments, money } = pageAfter(
      placed,
      ...many,
      refunded('R1', 5, 'P0'),
      refunded('R2', 5, `P${mostListed}`),
      refunded('R3', 5),
    );
    expect(payments.filter((one) => one.refunded !== undefined)).toMatchObject([
      { paymentId: 'P0', refunded: 5, refundedByName: 5 },
    ]);
    expect(money).toMatchObject({ refunded: 15 });
  });
});
