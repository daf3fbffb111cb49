import type { OrderFact } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { orderFact, orderId, placedWith } from '@tributary/testing';
import { orderPage } from './evolve-order-page.ts';
import { type OrderPage, mostListed } from './order-page.ts';

const time = '2026-03-02T12:00:00.000Z';
const pageAfter = (...facts: readonly OrderFact[]): OrderPage =>
  facts
    .map(({ type, data }, index): RecordedEvent => ({
      id: `event ${index}`,
      type,
      time,
      data,
      metadata: { source: 'tributary/order' },
      position: index,
      stream: `order-${orderId}`,
      version: index,
      recordedTime: time,
    }))
    .reduce<OrderPage | undefined>((page, event) => orderPage.evolve(page, event), undefined)!;

const placed = placedWith({ 1: 5 }, { captured: 500 });
const requested = (refundIds: readonly string[], more: { readonly goodwill?: true } = {}) =>
  orderFact('tributary.order.refund-requested.v1', {
    orderId,
    refunds: refundIds.map((refundId) => ({ refundId, paymentId: 'P0', amount: 1 })),
    amount: refundIds.length,
    reason: 'late',
    ...more,
  });
const issued = (refundId: string, amount = 1) =>
  orderFact('tributary.order.refunded.v1', { orderId, refundId, paymentId: 'P0', amount });
const failed = (refundId: string) => orderFact('tributary.order.refund-failed.v1', { orderId, refundId });
const asked = (refundId: string, status: string) => ({
  refundId,
  paymentId: 'P0',
  amount: 1,
  status,
  reason: 'late',
});

describe('Refunds that were asked for, on the page of an order', () => {
  it('say how far each is, and move no money until it is issued', () => {
    const page = pageAfter(placed, requested(['A', 'B', 'C']), failed('B'), issued('C'));
    expect(page.refunds).toEqual([asked('A', 'requested'), asked('B', 'failed'), asked('C', 'issued')]);
    expect(page.money).toMatchObject({ refunded: 1, owed: 0 });
    expect(pageAfter(placed, requested(['A'])).money).toEqual(pageAfter(placed).money);
  });

  it('that failed and were issued after all were issued, with what moved', () => {
    expect(pageAfter(placed, requested(['A']), failed('A'), issued('A', 2)).refunds).toEqual([
      { ...asked('A', 'issued'), amount: 2 },
    ]);
  });

  it('are left out while there are none: a refund that nobody asked for is not among them', () => {
    expect(pageAfter(placed, issued('A'))).not.toHaveProperty('refunds');
  });

  it('say which of them are a gift', () => {
    expect(pageAfter(placed, requested(['A'], { goodwill: true })).refunds).toEqual([
      { ...asked('A', 'requested'), goodwill: true },
    ]);
  });

  it('are listed so many, and counted beyond', () => {
    const ids = Array.from({ length: mostListed + 2 }, (_, index) => `R${index}`);
    const page = pageAfter(placed, requested(ids), requested(['last']), issued('last'));
    expect([page.refunds?.length, page.more]).toEqual([mostListed, { refunds: 3 }]);
  });
});
