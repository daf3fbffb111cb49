import type { BoughtWith, MayLike, OrderRow } from '@tributary/contracts';
import type { Query, ReadStore } from '@tributary/read-store';
import { type Affinity, type Basket, boughtTogether } from '../domain/affinity/bought-together.ts';
import { nameKeyOf, orderList } from '../projections/order-list/order-list.ts';
import { type Product, products } from '../projections/reference-data/reference-data.ts';
import type { CustomerOverviews } from './customer-overviews.ts';

/** Orders that are looked at: of a SKU, and of all for comparison, the newest. */
const mostOrders = 200;
/** Goods of a customer by which others are looked for: those that they have ordered most often. */
const mostGoods = 5;

interface Goods {
  readonly sku: string;
  readonly name?: string | undefined;
}

/** What is bought with what, counted on the newest orders when somebody asks; nothing is kept for it. */
export class BoughtTogether {
  constructor(
    private readonly store: Pick<ReadStore, 'find' | 'getMany'>,
    private readonly overviews: Pick<CustomerOverviews, 'goodsOf'>,
  ) {}

  /** @param limit most goods */
  async with(sku: string, limit: number): Promise<BoughtWith> {
    const [baskets, others] = await Promise.all([this.newestWith(sku), this.newest({})]);
    const found = boughtTogether(baskets, others, new Set([sku])).slice(0, limit);
    const names = await this.namesOf(found.map((each) => each.sku));
    return {
      sku,
      orders: baskets.length,
      comparedWith: others.length,
      items: found.map((each) => told(each, names)),
    };
  }

  /**
   * What others ordered with what the customer ordered, and they did not.
   * @returns undefined where nothing is known of the customer
   */
  async for(idOrEmail: string, limit: number): Promise<MayLike | undefined> {
    const ordered = await this.overviews.goodsOf(idOrEmail);
    if (ordered === undefined) return undefined;
    const goods = ordered.toSorted((a, b) => b.orders - a.orders).slice(0, mostGoods);
    const had = new Set(ordered.map(({ sku }) => sku));
    const others = await this.newest({});
    const found = await Promise.all(
      goods.map(async ({ sku, name }) =>
        boughtTogether(await this.newestWith(sku), others, had).map((each) => ({
          each,
          with: { sku, name },
        })),
      ),
    );
    const best = new Map<string, { each: Affinity; with: Goods }>();
    for (const one of found.flat().sort((a, b) => b.each.strength - a.each.strength))
      if (!best.has(one.each.sku)) best.set(one.each.sku, one);
    const chosen = [...best.values()].slice(0, limit);
    const names = await this.namesOf(chosen.map(({ each }) => each.sku));
    return {
      items: chosen.map(({ each, with: { sku, name } }) => ({
        ...told(each, names),
        with: { sku, ...(name !== undefined && { name }) },
      })),
    };
  }

  /** Lists of orders forgive capitals; goods whose SKUs differ in them alone are two. */
  private async newestWith(sku: string): Promise<readonly Basket[]> {
    const baskets = await this.newest({ sku: nameKeyOf(sku) });
    return baskets.filter((skus) => skus.includes(sku));
  }

  private async newest(where: NonNullable<Query['where']>): Promise<readonly Basket[]> {
    const { items } = await this.store.find(orderList, {
      where,
      sort: { by: 'placedAt', direction: 'desc' },
      limit: mostOrders,
    });
    return items.map(({ json }) => (JSON.parse(json) as OrderRow).skus);
  }

  private async namesOf(skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stored = skus.length === 0 ? [] : await this.store.getMany(products, skus);
    return new Map(
      stored.flatMap(({ id, json }) => {
        const { name } = JSON.parse(json) as Product;
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
  }
}

const told = ({ sku, together, of, lift }: Affinity, names: ReadonlyMap<string, string>) => {
  const name = names.get(sku);
  return { sku, ...(name !== undefined && { name }), together, of, timesAsOften: Math.round(lift * 10) / 10 };
};
