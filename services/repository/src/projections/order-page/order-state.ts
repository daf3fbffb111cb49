import type { OrderState } from '@tributary/contracts';
import type { OrderPage } from './order-page.ts';

/** What is published of an order for those who join late: nothing about a person. */
export const orderState = (page: OrderPage): OrderState => {
  const { orderId, channel, number, kind, status, placedAt, updatedAt, currency, money, rev } = page;
  return {
    orderId,
    channel,
    number,
    kind,
    status,
    placedAt,
    updatedAt,
    currency,
    total: money.total,
    owed: money.owed,
    lines: page.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
    fulfilments: page.fulfilments.map(({ fulfilmentId, location, status: at }) => ({
      fulfilmentId,
      location,
      status: at,
    })),
    rev,
  };
};

/** The states of pages that changed, by order; a page that is gone has none. */
export const orderStates = (pages: ReadonlyMap<string, object | undefined>) =>
  [...pages].map(([key, page]) => {
    if (!page) return { key, time: new Date(0).toISOString() };
    const data = orderState(page as OrderPage);
    return { key, data, time: data.updatedAt };
  });
