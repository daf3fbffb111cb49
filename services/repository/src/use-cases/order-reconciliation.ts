import {
  type DifferingOrder,
  type DifferingOrders,
  type OrderBelief,
  type OrderRow,
  orderIdOf,
} from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import {
  type OrderFigures,
  differingFields,
  figuresOf,
  lastFactsUnknown,
} from '../domain/reconciliation/differing-order.ts';
import { orderList } from '../projections/order-list/order-list.ts';
import { type OrderPage, orderPages } from '../projections/order-page/order-page.ts';
import { factsAt, pageAfter, pagesAfterEach } from '../projections/order-page/past-page.ts';
import { type KeptFact, entryOf } from '../projections/order-timeline/order-timeline.ts';
import type { Timelines } from './timelines.ts';

/** A row as it came: what it says, or why it cannot be read. */
export type BelievedOrder =
  { readonly row: number; readonly value: OrderBelief } | { readonly row: number; readonly fault: string };

export interface Asked {
  /** When it is asked, UTC ISO 8601. */
  readonly now: string;
  /** Of rows that say none, UTC ISO 8601; now where it is left out. */
  readonly asOf?: string | undefined;
  /** The channel of which the rows are said to name all orders, placed from a moment on and before another. */
  readonly whole?: { readonly channel: string; readonly from: string; readonly to: string } | undefined;
}

/** How many of each came to light. */
export type Counts = Omit<DifferingOrders, 'items'>;

/** Rows that are looked at together. */
const atOnce = 50;
const pageSize = 200;
/** Facts of an explanation that are listed, and those that are where nothing explains it. */
const listed = 20;
const unexplained = 3;

type Verdict = 'equal' | DifferingOrder['verdict'];
interface Judged {
  readonly verdict: Verdict;
  readonly difference?: DifferingOrder;
}

/** What others believe of orders, beside what their pages say. */
export class OrderReconciliation {
  constructor(
    private readonly store: Pick<ReadStore, 'find' | 'getMany'>,
    private readonly timelines: Pick<Timelines, 'facts'>,
  ) {}

  /**
   * What differs, in the order of the rows, then what they do not name.
   * @returns at the end, how many rows came to what
   */
  async *differences(
    rows: readonly BelievedOrder[],
    { now, asOf, whole }: Asked,
  ): AsyncGenerator<readonly DifferingOrder[], Counts> {
    const counts = { rows: 0, equal: 0, different: 0, unknown: 0, missing: 0, unreadable: 0 };
    const named = new Set<string>();
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce);
      const pages = await this.pagesOf(some);
      const judged = await Promise.all(some.map((row) => this.judged(row, asOf, pages)));
      for (const { verdict } of judged) counts[verdict] += 1;
      counts.rows += some.length;
      for (const row of some) if ('value' in row) named.add(idOf(row.value));
      yield judged.flatMap(({ difference }) => difference ?? []);
    }
    if (whole)
      for await (const missing of this.unnamed(whole, named)) {
        counts.missing += missing.length;
        yield missing;
      }
    return { comparedAt: now, ...counts };
  }

  private async pagesOf(rows: readonly BelievedOrder[]): Promise<ReadonlyMap<string, OrderPage>> {
    const ids = new Set(rows.flatMap((row) => ('value' in row ? [idOf(row.value)] : [])));
    const stored = ids.size === 0 ? [] : await this.store.getMany(orderPages, [...ids]);
    return new Map(stored.map(({ id, json }) => [id, JSON.parse(json) as OrderPage]));
  }

  private async judged(
    told: BelievedOrder,
    usualMoment: string | undefined,
    pages: ReadonlyMap<string, OrderPage>,
  ): Promise<Judged> {
    const { row } = told;
    if ('fault' in told)
      return { verdict: 'unreadable', difference: { row, verdict: 'unreadable', fault: told.fault } };
    const orderId = idOf(told.value);
    const { orderId: _, channel: __, number: ___, asOf: ownMoment, ...theirs } = told.value;
    const asOf = ownMoment === undefined ? usualMoment : new Date(ownMoment).toISOString();
    const now = pages.get(orderId);
    const facts = now && asOf !== undefined ? await this.timelines.facts(orderId) : [];
    const page = asOf === undefined ? now : pageAfter(factsAt(facts, { asOf }));
    const compared = { orderId, ...(asOf !== undefined && { asOf }), theirs };
    if (!page) return { verdict: 'unknown', difference: { row, verdict: 'unknown', ...compared } };
    const ours = figuresOf(page);
    const differs = differingFields(theirs, ours);
    if (differs.length === 0) return { verdict: 'equal' };
    const why = explained(theirs, facts.length > 0 ? facts : await this.timelines.facts(orderId), asOf);
    return {
      verdict: 'different',
      difference: { row, verdict: 'different', ...compared, ours, differs, ...why },
    };
  }

  private async *unnamed(
    { channel, from, to }: NonNullable<Asked['whole']>,
    named: ReadonlySet<string>,
  ): AsyncGenerator<readonly DifferingOrder[]> {
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.store.find(orderList, {
        where: { channel, placedAt: { from, to } },
        sort: { by: 'placedAt', direction: 'asc' },
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      const ids = items.flatMap(({ json }) => {
        const { orderId } = JSON.parse(json) as OrderRow;
        return named.has(orderId) ? [] : [orderId];
      });
      const stored = ids.length === 0 ? [] : await this.store.getMany(orderPages, ids);
      yield stored.map(({ id, json }) => ({
        verdict: 'missing',
        orderId: id,
        ours: figuresOf(JSON.parse(json) as OrderPage),
      }));
      if (next === undefined) return;
      cursor = next;
    }
  }
}

const idOf = ({ orderId, channel, number }: OrderBelief): string => orderId ?? orderIdOf(channel!, number!);

type Why = Pick<DifferingOrder, 'why' | 'facts' | 'moreFacts'>;

/** @param facts of the order, all there are, in the order they were recorded */
const explained = (
  theirs: Partial<OrderBelief>,
  facts: readonly KeptFact[],
  asOf: string | undefined,
): Why => {
  const known = asOf === undefined ? undefined : factsAt(facts, { asOf, knownAt: asOf });
  const then = known && pageAfter(known);
  if (then && differingFields(theirs, figuresOf(then)).length === 0) {
    const late = factsAt(facts, { asOf }).filter((fact) => !known.includes(fact));
    return { why: 'told-later', ...list(late, listed) };
  }
  // Of the pages of an order of thousands of facts only the figures are held on to.
  const states = Array.from(
    pagesAfterEach(facts),
    (page): OrderFigures | undefined => page && figuresOf(page),
  );
  const lacking = lastFactsUnknown(theirs, states);
  if (lacking === undefined || lacking === 0)
    return { why: 'unexplained', facts: facts.slice(-unexplained).map(entryOf) };
  return { why: 'not-known-yet', ...list(facts.slice(-lacking), listed) };
};

const list = (facts: readonly KeptFact[], most: number): Pick<DifferingOrder, 'facts' | 'moreFacts'> => ({
  facts: facts.slice(-most).map(entryOf),
  ...(facts.length > most && { moreFacts: facts.length - most }),
});
