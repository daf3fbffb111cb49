import { setImmediate as othersTurn } from 'node:timers/promises';
import type {
  CustomerSegments as CustomerSegmentsAnswer,
  SegmentCustomer,
  Segments,
} from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { isStanding, segmentFiguresOf } from '../domain/customer/segment-figures.ts';
import { standingOf } from '../domain/customer/segments.ts';
import {
  type SegmentDefinitions,
  segmentDefinitions,
  segmentDefinitionsId,
} from '../projections/segment-definitions/segment-definitions.ts';
import { customers } from '../projections/reference-data/reference-data.ts';
import type { CustomerOverviews } from './customer-overviews.ts';

export interface Members {
  /** By id; fewer than were looked at, maybe none. */
  readonly items: readonly SegmentCustomer[];
  /** Where the next are looked at; left out at the end. */
  readonly next?: string | undefined;
}

/** In which segments customers are: reckoned from their orders when somebody asks, so that nothing is kept for it. */
export class CustomerSegments {
  constructor(
    private readonly store: Pick<ReadStore, 'find' | 'get'>,
    private readonly overviews: Pick<CustomerOverviews, 'ordersOf'>,
  ) {}

  /**
   * @param idOrEmail of the customer, as an overview is asked for
   * @param now UTC ISO 8601
   * @returns undefined where neither the file, a link nor an order tells of them
   */
  async of(idOrEmail: string, now: string): Promise<CustomerSegmentsAnswer | undefined> {
    const [known, defined] = await Promise.all([this.overviews.ordersOf(idOrEmail), this.defined()]);
    if (known === undefined) return undefined;
    return {
      customerId: known.customerId,
      at: now,
      orders: known.orders.length,
      ...(known.more && { more: true }),
      ...standingOf(segmentFiguresOf(known.orders, now), defined),
    };
  }

  /**
   * Who of the next customers in the customer file is in a segment. Somebody whom the file has under several ids
   * that are linked is there once, under the one that they are known by.
   * @param most customers that are looked at, 1–200
   * @param now UTC ISO 8601
   * @returns undefined where no such segment is defined
   * @throws BadQuery for a cursor that is none
   */
  async members(
    segmentId: string,
    now: string,
    most: number,
    cursor: string | undefined,
  ): Promise<Members | undefined> {
    const { rfm, segments } = await this.defined();
    const segment = segments.find((one) => one.segmentId === segmentId);
    if (segment === undefined) return undefined;
    const sought = { ...(rfm && { rfm }), segments: [segment] };
    const { items: files, next } = await this.store.find(customers, {
      sort: { by: 'customerId', direction: 'asc' },
      limit: most,
      ...(cursor !== undefined && { cursor }),
    });
    const items: SegmentCustomer[] = [];
    for (const { id } of files) {
      // Of each up to 400 orders are read.
      await othersTurn();
      items.push(...(await this.memberOf(sought, id, now)));
    }
    return { items, ...(next !== undefined && { next }) };
  }

  /** One, or none. */
  private async memberOf(sought: Segments, id: string, now: string): Promise<readonly SegmentCustomer[]> {
    const known = await this.overviews.ordersOf(id);
    if (known?.onFile?.id !== id) return [];
    const { onFile, customerId, orders } = known;
    const figures = segmentFiguresOf(orders, now);
    const { rfm, segments } = standingOf(figures, sought);
    if (!segments[0]!.isIn) return [];
    const last = orders.find(isStanding)?.placedAt;
    return [
      {
        customerId,
        ...(onFile.name !== undefined && { name: onFile.name }),
        ...(onFile.email !== undefined && { email: onFile.email }),
        orders: figures.orders,
        ...(last !== undefined && { lastOrder: last }),
        ...(rfm && { rfm }),
      },
    ];
  }

  /** Those in force; none until some are defined. */
  private async defined(): Promise<Segments> {
    const stored = await this.store.get(segmentDefinitions, segmentDefinitionsId);
    return stored ? (JSON.parse(stored.json) as SegmentDefinitions).defined : { segments: [] };
  }
}
