import { setImmediate as othersTurn } from 'node:timers/promises';
import type { OrderRow, Segments, SegmentsPreview } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { suggestedRfm } from '../domain/customer/rfm-bounds.ts';
import { type SegmentFigures, segmentFiguresOf } from '../domain/customer/segment-figures.ts';
import { standingOf } from '../domain/customer/segments.ts';
import { customerKeys, orderList } from '../projections/order-list/order-list.ts';
import type { CustomerOverviews, OrdersOfCustomer } from './customer-overviews.ts';

/** Customers that are looked at. */
const mostCustomers = 100;
/** Orders that are looked through for them, the newest, and how many of them are read at once. */
const mostOrders = 1_000;
const pageSize = 200;
const mostExamples = 5;

interface Sampled {
  readonly customer: OrdersOfCustomer;
  readonly figures: SegmentFigures;
}

/** What segments would come to, tried on those who ordered last. */
export class SegmentSamples {
  constructor(
    private readonly store: Pick<ReadStore, 'find'>,
    private readonly overviews: Pick<CustomerOverviews, 'ordersOf'>,
  ) {}

  /**
   * Nothing is set by it.
   * @param now UTC ISO 8601
   */
  async preview(asked: Segments, now: string): Promise<SegmentsPreview> {
    const sample = await this.sample(now);
    const standings = sample.map(({ customer, figures }) => ({ customer, ...standingOf(figures, asked) }));
    const suggested = suggestedRfm(
      sample.map(({ figures }) => figures),
      asked.rfm?.currency,
    );
    return {
      customers: sample.length,
      segments: asked.segments.map(({ segmentId, name }, at) => {
        const inIt = standings.filter(({ segments }) => segments[at]!.isIn);
        const examples = inIt.slice(0, mostExamples).map(({ customer }) => named(customer));
        return { segmentId, name, customers: inIt.length, examples };
      }),
      ...(suggested && { suggestedRfm: suggested }),
    };
  }

  private async sample(now: string): Promise<readonly Sampled[]> {
    const sampled = new Map<string, Sampled>();
    for (const idOrEmail of await this.whoOrderedLast()) {
      // Of each up to 400 orders are read.
      await othersTurn();
      const customer = await this.overviews.ordersOf(idOrEmail);
      if (customer && !sampled.has(customer.customerId))
        sampled.set(customer.customerId, { customer, figures: segmentFiguresOf(customer.orders, now) });
    }
    return [...sampled.values()];
  }

  /** By the id that their order names, else by its e-mail. */
  private async whoOrderedLast(): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    let cursor: string | undefined;
    for (let read = 0; read < mostOrders; read += pageSize) {
      const { items, next } = await this.store.find(orderList, {
        sort: { by: 'placedAt', direction: 'desc' },
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      for (const { json } of items) {
        const row = JSON.parse(json) as OrderRow;
        const who = row.customer?.id ?? customerKeys(row)[0];
        if (who !== undefined) found.add(who);
        if (found.size === mostCustomers) return found;
      }
      if (next === undefined) return found;
      cursor = next;
    }
    return found;
  }
}

const named = ({ customerId, onFile }: OrdersOfCustomer) => ({
  customerId,
  ...(onFile?.name !== undefined && { name: onFile.name }),
});
