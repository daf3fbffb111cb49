import type { CustomerOverview, OrderPage, OrderRow } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { figuresOf, isOpen } from '../domain/customer/overview.ts';
import { customerKeyOf, orderList } from '../projections/order-list/order-list.ts';
import { orderPages } from '../projections/order-page/order-page.ts';
import { type Customer, customers } from '../projections/reference-data/reference-data.ts';
import type { NamedOrders } from './named-orders.ts';

/** Orders that are counted; of a customer with more, the newest. */
const mostOrders = 400;
const pageSize = 200;
/** Rows of each list of the answer. */
const mostRows = 10;

interface Key {
  readonly by: 'id' | 'email';
  readonly value: string;
}

/** A customer over all channels: their orders are read whole and added up when somebody asks, so that nothing is kept for it. */
export class CustomerOverviews {
  constructor(
    private readonly store: Pick<ReadStore, 'find' | 'get' | 'getMany'>,
    private readonly named: Pick<NamedOrders, 'rows'>,
  ) {}

  /**
   * Orders are theirs that name their id, and those that name the e-mail of the customer file and nobody else’s id:
   * a guest’s, that is. Of somebody whom no file knows, those that name the id or e-mail that is asked for.
   * @param idOrEmail of the customer
   * @returns undefined where neither the file nor an order tells of them
   */
  async of(idOrEmail: string): Promise<CustomerOverview | undefined> {
    const onFile = await this.onFile(idOrEmail);
    const found = await this.orders(keysOf(idOrEmail, onFile));
    if (!onFile && found.pages.length === 0) return undefined;
    const { position: _, ...customer } = onFile ?? { position: 0 };
    const figures = figuresOf(found.pages);
    const open = found.pages.filter(isOpen).slice(0, mostRows);
    const newest = found.pages.slice(0, mostRows);
    const rows = await this.rows([...open, ...newest]);
    const rowsOf = (pages: readonly OrderPage[]) => pages.flatMap(({ orderId }) => rows.get(orderId) ?? []);
    return {
      ...(onFile && { customer: customer as Omit<Customer, 'position'> }),
      foundBy: found.by,
      ...figures,
      orders: { ...figures.orders, ...(found.more && { more: true }) },
      open: rowsOf(open),
      newest: rowsOf(newest),
    };
  }

  private async onFile(id: string): Promise<Customer | undefined> {
    const stored = await this.store.get(customers, id);
    return stored && (JSON.parse(stored.json) as Customer);
  }

  /** The newest first, each once. */
  private async orders(keys: readonly Key[]) {
    const id = keys.find(({ by }) => by === 'id')?.value;
    const known = new Set<string>();
    const by: CustomerOverview['foundBy'][number][] = [];
    const pages: OrderPage[] = [];
    let more = false;
    for (const key of keys) {
      const found = await this.newest(key.value);
      more ||= found.length === mostOrders;
      const own = found.filter(
        ({ orderId, customer }) =>
          !known.has(orderId) && (key.by === 'id' || id === undefined || customer?.id === undefined),
      );
      for (const { orderId } of own) known.add(orderId);
      pages.push(...own);
      if (own.length > 0) by.push({ ...key, orders: own.length });
    }
    pages.sort((a, b) => (a.placedAt < b.placedAt ? 1 : a.placedAt > b.placedAt ? -1 : 0));
    return { pages: pages.slice(0, mostOrders), by, more: more || pages.length > mostOrders };
  }

  private async newest(key: string): Promise<readonly OrderPage[]> {
    const pages: OrderPage[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await this.store.find(orderList, {
        where: { customer: customerKeyOf(key) },
        sort: { by: 'placedAt', direction: 'desc' },
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      const stored = await this.store.getMany(
        orderPages,
        items.map(({ id }) => id),
      );
      pages.push(...stored.map(({ json }) => JSON.parse(json) as OrderPage));
      cursor = next;
    } while (cursor !== undefined && pages.length < mostOrders);
    return pages;
  }

  private async rows(pages: readonly OrderPage[]): Promise<ReadonlyMap<string, OrderRow>> {
    const ids = [...new Set(pages.map(({ orderId }) => orderId))];
    const stored = await this.named.rows(await this.store.getMany(orderList, ids));
    return new Map(stored.map(({ id, json }) => [id, JSON.parse(json) as OrderRow]));
  }
}

const keysOf = (idOrEmail: string, onFile: Customer | undefined): readonly Key[] => {
  if (!onFile) return [{ by: idOrEmail.includes('@') ? 'email' : 'id', value: idOrEmail }];
  const { id, email } = onFile;
  return [{ by: 'id', value: id }, ...(email === undefined ? [] : [{ by: 'email' as const, value: email }])];
};
