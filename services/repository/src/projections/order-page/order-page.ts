import type { OrderPage } from '@tributary/contracts';
import type { Collection } from '@tributary/read-store';
import { searchedTexts } from './searched-texts.ts';
import { typicalOrderPage } from './typical-order-page.ts';

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

/** Found by id and by text; lists go by `orderList`. */
export const orderPages: Collection<OrderPage> = {
  name: 'repository.orders',
  version: 21,
  fields: {},
  indexes: [],
  packed: { typical: typicalOrderPage },
  text: (page) =>
    searchedTexts(page)
      .map(({ text }) => text)
      .join('\n'),
};
