import type { CustomerSegments as CustomerSegmentsAnswer, Segments } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { segmentFiguresOf } from '../domain/customer/segment-figures.ts';
import { standingOf } from '../domain/customer/segments.ts';
import {
  type SegmentDefinitions,
  segmentDefinitions,
  segmentDefinitionsId,
} from '../projections/segment-definitions/segment-definitions.ts';
import type { CustomerOverviews } from './customer-overviews.ts';

/** In which segments customers are: reckoned from their orders when somebody asks, so that nothing is kept for it. */
export class CustomerSegments {
  constructor(
    private readonly store: Pick<ReadStore, 'get'>,
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

  /** Those in force; none until some are defined. */
  private async defined(): Promise<Segments> {
    const stored = await this.store.get(segmentDefinitions, segmentDefinitionsId);
    return stored ? (JSON.parse(stored.json) as SegmentDefinitions).defined : { segments: [] };
  }
}
