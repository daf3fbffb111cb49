import type { FoundOrder, OrderRow } from '@tributary/contracts';
import { type ReadStore, type Spelling, markerOf } from '@tributary/read-store';
import { type OrderPage, orderPages } from '../projections/order-page/order-page.ts';
import { searchedTexts } from '../projections/order-page/searched-texts.ts';
import type { NamedOrders } from './named-orders.ts';

/** Most texts of an order that are shown to say why it was found. */
const mostTexts = 4;

type Found = NonNullable<FoundOrder['found']>;

/** Orders that were searched for, each with where on it the words stand. */
export class SearchedOrders {
  constructor(
    private readonly store: Pick<ReadStore, 'getMany'>,
    private readonly named: Pick<NamedOrders, 'search' | 'pages'>,
  ) {}

  /**
   * @param words as they were typed
   * @param limit 1–200
   * @returns `spelling` where no order has the words as they were typed
   */
  async search(words: string, limit: number): Promise<{ items: readonly FoundOrder[]; spelling?: 'close' }> {
    const { items, pages: own, spelling } = await this.named.search(words, limit);
    const rows = items.map(({ json }) => JSON.parse(json) as OrderRow);
    const known = new Set(own.map(({ id }) => id));
    const others = items.flatMap(({ id }) => (known.has(id) ? [] : [id]));
    const stored = [...own, ...(others.length > 0 ? await this.store.getMany(orderPages, others) : [])];
    const pages = new Map((await this.named.pages(stored)).map((page) => [page.orderId, page]));
    const foundOn = wherein(words, spelling);
    return {
      items: rows.map((row) => {
        const page = pages.get(row.orderId);
        const found = page === undefined ? [] : foundOn(page);
        return { ...row, ...(found.length > 0 && { found }) };
      }),
      ...(spelling === 'close' && { spelling }),
    };
  }
}

const wherein = (words: string, spelling: Spelling) => {
  const marksIn = markerOf(words, spelling);
  return (page: OrderPage): Found => {
    const found = new Map<string, Found[number]>();
    for (const { in: of, text } of searchedTexts(page)) {
      const at = found.has(text) ? [] : marksIn(text);
      if (at.length > 0) found.set(text, { in: of, text, at: [...at] });
      // An order's id holds its number: of the two the number says enough.
      if (of === 'number' && at.length > 0) found.delete(page.orderId);
      if (found.size === mostTexts) break;
    }
    return [...found.values()];
  };
};
