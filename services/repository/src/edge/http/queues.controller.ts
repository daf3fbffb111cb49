import { Controller, Get, Inject, Query } from '@nestjs/common';
import {
  Channel,
  LocationId,
  type OrderQueue,
  type OrderQueueCount,
  OrderQueues,
  type OrderRow,
  orderQueues,
} from '@tributary/contracts';
import { Endpoint, Valid } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import { z } from 'zod';
import { orderList } from '../../projections/order-list/order-list.ts';
import { ordersAskedFor } from '../../use-cases/order-lists.ts';
import { readStoreToken } from '../tokens.ts';

/** Most orders that are told; so many and one more are read, however many there are. */
const mostTold = 99;

const QueuesQuery = z.strictObject({
  channel: Channel.optional().describe('Of a channel.'),
  location: LocationId.optional().describe('Served, sold or taken back by this location.'),
});
type Within = z.infer<typeof QueuesQuery>;

@Controller('v1/queues')
export class QueuesController {
  constructor(@Inject(readStoreToken) private readonly store: ReadStore) {}

  @Get()
  @Endpoint({
    tag: 'orders',
    operation: 'listQueues',
    summary: 'How many orders need a person, for what, and since when the first of them was placed',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: OrderQueues,
    query: QueuesQuery,
  })
  async queues(@Query(new Valid(QueuesQuery)) within: Within) {
    return { items: await Promise.all(orderQueues.map((queue) => this.counted(queue, within))) };
  }

  private async counted(queue: OrderQueue, within: Within): Promise<OrderQueueCount> {
    const { items } = await this.store.find(orderList, {
      ...ordersAskedFor({ ...within, queue, sort: 'oldest' }, new Date().toISOString()),
      limit: mostTold + 1,
    });
    const [first] = items;
    return {
      queue,
      orders: Math.min(items.length, mostTold),
      ...(items.length > mostTold && { isMore: true }),
      ...(first && { oldest: (JSON.parse(first.json) as OrderRow).placedAt }),
    };
  }
}
