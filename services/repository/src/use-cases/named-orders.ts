import type { OrderRow } from '@tributary/contracts';
import type { Collection, ReadStore, Spelling, Stored } from '@tributary/read-store';
import { customerKeyOf, nameKeyOf, orderList } from '../projections/order-list/order-list.ts';
import { type OrderPage, orderPages } from '../projections/order-page/order-page.ts';
import {
  customerWithoutName,
  skusWithoutName,
  withBuyerName,
  withNames,
} from '../projections/reference-data/naming.ts';
import { customers, products } from '../projections/reference-data/reference-data.ts';

/** Most products, and most customers, whose orders a search lists. */
const mostNamed = 20;

/**
 * Whether a row's text says by itself that it needs no name: it has no customer, or one with a name. To parse 25
 * rows takes twice as long as all else of a list. In a JSON text no string holds `"customer":{` unescaped.
 */
const isNamedOrNobodys = (json: string): boolean => {
  const buyer = /"customer":\{[^{}]*\}/.exec(json)?.[0];
  return buyer === undefined ? !json.includes('"customer":') : buyer.includes('"name":"');
};

/** Rows that were found, and by which spelling. */
export interface Searched {
  readonly items: readonly Stored[];
  /** Of those on which the words themselves stand, the page. */
  readonly pages: readonly Stored[];
  readonly spelling: Spelling;
}

/**
 * Orders as people read them: what an order did not name itself is called as the catalogue and the customer
 * file call it now. They are joined when somebody reads: an order's page stays a fold of its own facts, a
 * product that is renamed touches no order, and it does not matter which was told first.
 */
export class NamedOrders {
  constructor(private readonly store: Pick<ReadStore, 'find' | 'getMany' | 'search'>) {}

  /** @param json an order's page as it is stored; it is answered as it is where the order names everything */
  async page(json: string): Promise<string> {
    const page = JSON.parse(json) as OrderPage;
    const skus = skusWithoutName(page);
    const customer = customerWithoutName(page);
    if (skus.length === 0 && customer === undefined) return json;
    const names = {
      products: await this.namesOf(products, skus),
      customers: await this.namesOf(customers, customer === undefined ? [] : [customer]),
    };
    return JSON.stringify(withNames(page, names));
  }

  /** Pages of several orders, in their order. */
  async pages(items: readonly Stored[]): Promise<readonly OrderPage[]> {
    const pages = items.map(({ json }) => JSON.parse(json) as OrderPage);
    const buyers = new Set(pages.flatMap((page) => customerWithoutName(page) ?? []));
    const names = {
      products: await this.namesOf(products, [...new Set(pages.flatMap(skusWithoutName))]),
      customers: await this.namesOf(customers, [...buyers]),
    };
    return pages.map((page) => withNames(page, names));
  }

  /** Rows of an order list, in their order. */
  async rows(items: readonly Stored[]): Promise<readonly Stored[]> {
    if (items.every(({ json }) => isNamedOrNobodys(json))) return items;
    const rows = items.map(({ id, json }) => ({ id, json, entry: JSON.parse(json) as OrderRow }));
    const ids = new Set(rows.flatMap(({ entry }) => customerWithoutName(entry) ?? []));
    if (ids.size === 0) return items;
    const names = { customers: await this.namesOf(customers, [...ids]) };
    return rows.map(({ id, json, entry }) => {
      const named = withBuyerName(entry, names);
      return { id, json: named === entry ? json : JSON.stringify(named) };
    });
  }

  /**
   * Orders on which all words stand, those written last first; then the newest of those that hold a product,
   * or are of a customer, whose names in the catalogue and the customer file hold all words. Where there is none,
   * those on which words stand that are one slip of the hand away from what was typed.
   */
  async search(words: string, limit: number): Promise<Searched> {
    const found = await this.spelled(words, limit, 'as-typed');
    return found.items.length > 0 ? found : this.spelled(words, limit, 'close');
  }

  private async spelled(words: string, limit: number, spelling: Spelling): Promise<Searched> {
    const own = await this.store.search(orderPages, words, limit, spelling);
    const found = await this.inOrder(own.map(({ id }) => id));
    const known = new Set(found.map(({ id }) => id));
    const others = own.length < limit ? await this.ofNamed(words, limit, spelling) : [];
    const more = others.filter(({ id }) => known.size < known.add(id).size);
    return { items: await this.rows([...found, ...more].slice(0, limit)), pages: own, spelling };
  }

  private async inOrder(ids: readonly string[]): Promise<readonly Stored[]> {
    const rows = new Map((await this.store.getMany(orderList, ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  private async ofNamed(words: string, limit: number, spelling: Spelling): Promise<readonly Stored[]> {
    const [goods, buyers] = await Promise.all([
      this.store.search(products, words, mostNamed, spelling),
      this.store.search(customers, words, mostNamed, spelling),
    ]);
    const lists = await Promise.all([
      ...goods.map(({ id }) => this.newest({ sku: nameKeyOf(id) }, limit)),
      ...buyers.map(({ id }) => this.newest({ customer: customerKeyOf(id) }, limit)),
    ]);
    const placedAt = ({ json }: Stored) => (JSON.parse(json) as OrderRow).placedAt;
    return lists
      .flat()
      .map((row) => ({ row, at: placedAt(row) }))
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .map(({ row }) => row);
  }

  private async newest(where: Record<string, string>, limit: number): Promise<readonly Stored[]> {
    const sort = { by: 'placedAt', direction: 'desc' } as const;
    return (await this.store.find(orderList, { where, sort, limit })).items;
  }

  private async namesOf(
    collection: Collection<{ readonly name?: string }>,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const stored = ids.length === 0 ? [] : await this.store.getMany(collection, ids);
    return new Map(
      stored.flatMap(({ id, json }) => {
        const { name } = JSON.parse(json) as { name?: string };
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
  }
}
