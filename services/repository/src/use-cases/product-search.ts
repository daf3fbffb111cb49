import type { ReadStore } from '@tributary/read-store';
import { type Product, products } from '../projections/reference-data/reference-data.ts';
import { beginWords, tellingWord } from '../projections/reference-data/typed.ts';

/** Most entries that are looked through for what was typed. */
const mostLookedThrough = 200;

/** Finds goods of the catalogue by what a person says of them. */
export class ProductSearch {
  constructor(private readonly store: Pick<ReadStore, 'search'>) {}

  /** Products of which every word that was typed begins a word of the name or the SKU, those told last first. */
  async find(typed: string, limit: number): Promise<readonly Omit<Product, 'position'>[]> {
    const asked = [...new Set([typed, tellingWord(typed) ?? typed])];
    const lists = await Promise.all(
      asked.map((words) => this.store.search(products, words, mostLookedThrough)),
    );
    return [...new Map(lists.flat().map(({ id, json }) => [id, json])).values()]
      .map((json) => JSON.parse(json) as Product)
      .filter(({ sku, name }) => beginWords(typed, [sku, name]))
      .slice(0, limit)
      .map(({ position: _, ...product }) => product);
  }
}
