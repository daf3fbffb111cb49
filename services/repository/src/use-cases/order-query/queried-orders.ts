import type { OrderRow } from '@tributary/contracts';
import type { Condition } from '@tributary/contracts/order-query';
import type { ReadStore, Stored } from '@tributary/read-store';
import { orderList } from '../../projections/order-list/order-list.ts';
import type { NamedOrders } from '../named-orders.ts';
import type { OrderFilters } from '../order-lists.ts';
import { isAskedFor } from './matching.ts';
import { walkOf } from './walk.ts';

/** Most rows that one part of an answer looks at, and those that are read at once. */
const mostLookedAt = 2_000;
const readAtOnce = 200;
/** Most orders on which the words stand that are looked at. */
export const mostWithWords = 200;

/** What is asked for, and as of when. */
export interface Asked {
  readonly conditions: readonly Condition[];
  readonly sort: OrderFilters['sort'];
  /** UTC ISO 8601: what is promised for before is late. */
  readonly now: string;
}

const rowOf = ({ json }: Stored): OrderRow => JSON.parse(json) as OrderRow;

/** Orders that are asked for by a query. */
export class QueriedOrders {
  constructor(
    private readonly store: Pick<ReadStore, 'find'>,
    private readonly named: Pick<NamedOrders, 'search' | 'rows'>,
  ) {}

  /**
   * Part of the orders asked for. It looks at 2,000 rows and then stops, with what it has found: there is more
   * as long as there is `next`.
   * @param limit 1–200
   * @throws BadQuery the cursor is none, or one of another query
   */
  async part(
    asked: Asked,
    limit: number,
    cursor: string | undefined,
  ): Promise<{ readonly items: readonly Stored[]; readonly next?: string | undefined }> {
    const walk = walkOf(asked.conditions, asked.sort, asked.now);
    const found: Stored[] = [];
    let [at, size, lookedAt] = [cursor, readAtOnce, 0];
    for (;;) {
      const { items, next } = await this.store.find(orderList, {
        ...walk,
        limit: size,
        ...(at !== undefined && { cursor: at }),
      });
      lookedAt += items.length;
      const fitting = items.filter((item) => isAskedFor(asked.conditions, rowOf(item), asked.now));
      const room = limit - found.length;
      if (fitting.length > room) {
        // A cursor names the end of what was read: read again as far as the last that has room.
        size = items.indexOf(fitting[room - 1]!) + 1;
        continue;
      }
      found.push(...fitting);
      [at, size] = [next, readAtOnce];
      if (next === undefined || fitting.length === room || lookedAt >= mostLookedAt)
        return { items: await this.named.rows(found), next };
    }
  }

  /**
   * Of the orders on which all words stand, as a search finds them, those asked for. They are in the order in
   * which they were placed.
   * @returns `more` where there may be others: more have the words than are looked at, or more fit than are listed
   */
  async withWords(
    words: string,
    { conditions, sort, now }: Asked,
    limit: number,
  ): Promise<{ readonly items: readonly Stored[]; readonly more: boolean }> {
    const candidates = await this.named.search(words, mostWithWords);
    const fitting = candidates
      .map((item) => ({ item, row: rowOf(item) }))
      .filter(({ row }) => isAskedFor(conditions, row, now))
      .sort(({ row: a }, { row: b }) => (a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : 0))
      .map(({ item }) => item);
    const items = (sort === 'oldest' ? fitting : fitting.toReversed()).slice(0, limit);
    return { items, more: candidates.length === mostWithWords || items.length < fitting.length };
  }
}
