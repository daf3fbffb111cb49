import { setImmediate as othersTurn } from 'node:timers/promises';
import type { TimelinePolicy, TimelinePreview } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { type WeighedOrder, effectOf } from '../domain/significance/effect.ts';
import { orderList } from '../projections/order-list/order-list.ts';
import type { Timelines } from './timelines.ts';

/** Orders that are looked at, the newest, and how many facts of each. */
const mostOrders = 200;
const mostFacts = 1_000;

/** What a timeline policy would come to, tried on the orders that were placed last. */
export class TimelineSamples {
  constructor(
    private readonly store: Pick<ReadStore, 'find'>,
    private readonly timelines: Pick<Timelines, 'weighed'>,
  ) {}

  /** Nothing is set by it. */
  async preview(asked: TimelinePolicy): Promise<TimelinePreview> {
    const { items } = await this.store.find(orderList, {
      sort: { by: 'placedAt', direction: 'desc' },
      limit: mostOrders,
    });
    const orders: WeighedOrder[] = [];
    for (const { id: orderId } of items) {
      await othersTurn();
      orders.push({ orderId, facts: await this.timelines.weighed(orderId, mostFacts) });
    }
    return effectOf(asked, orders);
  }
}
