import { type CustomerIdentity, type OrderPage, type OrderRow, isSamePhone } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { customerKeyOf, orderList } from '../projections/order-list/order-list.ts';
import { orderPages } from '../projections/order-page/order-page.ts';

/** Orders of one person that are read whole; of more, the newest. */
const mostOrders = 400;
/** Entries that are read at once, and orders that a search by phone looks at. */
const pageSize = 200;

type Placed = Pick<OrderPage, 'orderId' | 'placedAt' | 'customer'>;

export interface FoundOrders {
  /** Each once, the newest first. */
  readonly pages: readonly OrderPage[];
  /** How many each of the identities found that those before it had not. */
  readonly counts: readonly number[];
  /** There are older ones. */
  readonly more: boolean;
}

/** Newest first. */
const byPlacedAt = (a: Placed, b: Placed): number =>
  a.placedAt < b.placedAt ? 1 : a.placedAt > b.placedAt ? -1 : 0;

/** Orders by what they name of their customer. */
export class CustomerOrders {
  constructor(private readonly store: Pick<ReadStore, 'find' | 'getMany' | 'search'>) {}

  /**
   * Orders that name one of the identities and nobody else’s id. Of each identity the newest 400 are looked at, by
   * phone 200; no order names a loyalty number.
   */
  async of(identities: readonly CustomerIdentity[]): Promise<FoundOrders> {
    const ids = new Set(identities.flatMap(({ by, value }) => (by === 'id' ? [value] : [])));
    const isTheirs = ({ by }: CustomerIdentity, { customer }: Placed) =>
      by === 'id' || ids.size === 0 || customer?.id === undefined || ids.has(customer.id);
    const known = new Map<string, Placed>();
    const counts: number[] = [];
    let more = false;
    for (const identity of identities) {
      const named = await this.naming(identity);
      more ||= named.more;
      const before = known.size;
      for (const order of named.orders)
        if (!known.has(order.orderId) && isTheirs(identity, order)) known.set(order.orderId, order);
      counts.push(known.size - before);
    }
    const newest = [...known.values()].sort(byPlacedAt).slice(0, mostOrders);
    return { pages: await this.pages(newest), counts, more: more || known.size > newest.length };
  }

  /** Orders that name an identity, whoever’s they are. */
  async naming({ by, value }: CustomerIdentity): Promise<{ orders: readonly Placed[]; more: boolean }> {
    switch (by) {
      case 'id':
      case 'email':
        return this.listed(customerKeyOf(value));
      case 'phone': {
        const found = await this.store.search(orderPages, value, pageSize);
        const orders = found.map(({ json }) => JSON.parse(json) as OrderPage);
        return {
          orders: orders.filter(({ customer }) => isSamePhone(customer?.phone ?? '', value)),
          more: found.length === pageSize,
        };
      }
      case 'loyalty':
        return { orders: [], more: false };
      default:
        return by satisfies never;
    }
  }

  private async listed(customer: string): Promise<{ orders: readonly Placed[]; more: boolean }> {
    const orders: OrderRow[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await this.store.find(orderList, {
        where: { customer },
        sort: { by: 'placedAt', direction: 'desc' },
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      orders.push(...items.map(({ json }) => JSON.parse(json) as OrderRow));
      cursor = next;
    } while (cursor !== undefined && orders.length < mostOrders);
    return { orders, more: cursor !== undefined };
  }

  private async pages(newest: readonly Placed[]): Promise<readonly OrderPage[]> {
    const pages: OrderPage[] = [];
    for (let from = 0; from < newest.length; from += pageSize) {
      const ids = newest.slice(from, from + pageSize).map(({ orderId }) => orderId);
      const stored = await this.store.getMany(orderPages, ids);
      pages.push(...stored.map(({ json }) => JSON.parse(json) as OrderPage));
    }
    return pages.sort(byPlacedAt);
  }
}
