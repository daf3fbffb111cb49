import type { OrderPage } from '@tributary/contracts';
import type { Collection } from '@tributary/read-store';

export type { OrderPage };

/**
 * An order of thousands of payments or parcels lists so many of each kind, those that came first, so that
 * what a fact costs is bounded. Quantities, money and status count all, and its timeline holds all.
 */
export const mostListed = 1_000;

/** With so many of a kind that are not listed. */
export const withMore = (
  page: OrderPage,
  kind: 'payments' | 'fulfilments' | 'returns' | 'refunds' | 'serials',
  count: number,
): OrderPage => ({ ...page, more: { ...page.more, [kind]: (page.more?.[kind] ?? 0) + count } });

export type Money = OrderPage['money'];
export type PageLine = OrderPage['lines'][number];
export type PagePayment = OrderPage['payments'][number];
export type PageFulfilment = OrderPage['fulfilments'][number];
export type PageFulfilmentStatus = PageFulfilment['status'];
export type PageShipment = PageFulfilment['shipments'][number];
export type PageReturn = OrderPage['returns'][number];

/** Everything a person might type to find an order; each on its own line. */
const searchText = (page: OrderPage): string =>
  [
    page.orderId,
    page.number,
    page.customer?.id,
    page.customer?.name,
    page.customer?.email,
    page.customer?.phone,
    page.shipTo?.name,
    page.shipTo?.postalCode,
    ...page.lines.flatMap(({ sku, name, serials = [] }) => [
      sku,
      name,
      ...serials.map(({ serial }) => serial),
    ]),
    ...[page, ...page.lines].flatMap(({ attributes = {} }) =>
      Object.values(attributes).filter((value) => typeof value === 'string'),
    ),
    ...page.payments.map(({ paymentId }) => paymentId),
    ...page.fulfilments.flatMap(({ shipments }) =>
      shipments.flatMap(({ shipmentId, tracking }) => [shipmentId, tracking]),
    ),
    ...page.returns.map(({ returnId }) => returnId),
    ...(page.expectedReturns ?? []).map(({ returnId }) => returnId),
  ]
    .filter((part) => part !== undefined)
    .join('\n');

/** Found by id and by text; lists go by `orderList`. */
export const orderPages: Collection<OrderPage> = {
  name: 'repository.orders',
  version: 19,
  fields: {},
  indexes: [],
  text: searchText,
};
