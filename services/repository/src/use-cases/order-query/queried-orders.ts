import type { OrderRow } from '@tributary/contracts';
import type { Condition, OrderQuery } from '@tributary/contracts/order-query';
import { type ReadStore, type Stored, cursorAfter } from '@tributary/read-store';
import { orderList } from '../../projections/order-list/order-list.ts';
import type { NamedOrders } from '../named-orders.ts';
import { type OrderFilters, ordersAskedFor } from '../order-lists.ts';
import { asOf, cursorAsOf } from './as-of.ts';
import { isAskedFor } from './matching.ts';
import { type Walk, conditionsOf, walkOf } from './walk.ts';

/** Most rows that one part of an answer looks at; those that are read first, and at once at most. */
const mostLookedAt = 2_000;
const readFirst = 50;
const readAtOnce = 200;
/** Most orders on which the words stand that are looked at. */
export const mostWithWords = 200;

/** What is asked for. */
export interface Asked {
  readonly filters: OrderFilters;
  readonly query?: OrderQuery | undefined;
  /** UTC ISO 8601: what is promised for before is late. */
  readonly now: string;
}

/** Part of a list; there is more as long as there is `next`. */
interface Listed {
  readonly items: readonly Stored[];
  readonly next?: string | undefined;
}

/** Orders on which words stand. */
interface WithWords {
  readonly items: readonly Stored[];
  readonly more: boolean;
  readonly spelling?: 'close';
}

const rowOf = ({ json }: Stored): OrderRow => JSON.parse(json) as OrderRow;
const conditionsIn = ({ filters, query }: Asked): readonly Condition[] => [
  ...conditionsOf(filters),
  ...(query?.conditions ?? []),
];

/** Orders that are asked for by filters and by a query. */
export class QueriedOrders {
  constructor(
    private readonly store: Pick<ReadStore, 'find'>,
    private readonly named: Pick<NamedOrders, 'search' | 'rows'>,
  ) {}

  /**
   * Part of the orders for which the filters and the conditions of the query hold. For a query it looks at some
   * 2,000 rows and then stops, with what it has found.
   * @param limit 1–200
   * @throws BadQuery the cursor is none or one of another query, or late orders are filtered by what they are not kept by
   */
  async part(asked: Asked, limit: number, cursor: string | undefined): Promise<Listed> {
    const { now, cursor: after } = asOf(cursor, asked.now);
    const conditions = conditionsIn(asked);
    const walk =
      asked.query === undefined
        ? ordersAskedFor(asked.filters, now)
        : walkOf(conditions, asked.filters.sort, now);
    const { items, next } =
      asked.query === undefined
        ? await this.read(walk, limit, after)
        : await this.along(walk, (row) => isAskedFor(conditions, row, now), limit, after);
    const isTimed = walk.sort.by === 'dueAt';
    return {
      items: await this.named.rows(items),
      next: next !== undefined && isTimed ? cursorAsOf(now, next) : next,
    };
  }

  /**
   * Of the orders on which all words of the query stand, as a search finds them, those for which all else holds.
   * They are in the order in which they were placed.
   * @returns `more` where there may be others: more have the words than are looked at, or more fit than are listed;
   *   `spelling` where none has the words as they were typed
   */
  async withWords(asked: Asked, limit: number): Promise<WithWords> {
    const conditions = conditionsIn(asked);
    const { items: candidates, spelling } = await this.named.search(asked.query?.words ?? '', mostWithWords);
    const fitting = candidates
      .map((item) => ({ item, row: rowOf(item) }))
      .filter(({ row }) => isAskedFor(conditions, row, asked.now))
      .sort(({ row: a }, { row: b }) => (a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : 0))
      .map(({ item }) => item);
    const items = (asked.filters.sort === 'oldest' ? fitting : fitting.toReversed()).slice(0, limit);
    return {
      items,
      more: candidates.length === mostWithWords || items.length < fitting.length,
      ...(spelling === 'close' && { spelling }),
    };
  }

  private async along(
    walk: Walk,
    isFitting: (row: OrderRow) => boolean,
    limit: number,
    cursor: string | undefined,
  ): Promise<Listed> {
    const found: Stored[] = [];
    let [at, size, lookedAt] = [cursor, readFirst, 0];
    for (;;) {
      const { items, next } = await this.read(walk, size, at);
      for (const [index, item] of items.entries()) {
        const row = rowOf(item);
        if (!isFitting(row)) continue;
        found.push(item);
        if (found.length < limit) continue;
        const isLast = index === items.length - 1;
        return {
          items: found,
          next: isLast ? next : cursorAfter(orderList, { ...walk, limit }, item.id, row),
        };
      }
      lookedAt += items.length;
      if (next === undefined || lookedAt >= mostLookedAt) return { items: found, next };
      [at, size] = [next, Math.min(2 * size, readAtOnce, mostLookedAt - lookedAt)];
    }
  }

  private read(walk: Walk, limit: number, cursor: string | undefined): Promise<Listed> {
    return this.store.find(orderList, { ...walk, limit, ...(cursor !== undefined && { cursor }) });
  }
}
