import { Controller, Get, Inject, Query } from '@nestjs/common';
import { OrdersPerMinute, UnmatchedReturns, WaitingMessages } from '@tributary/contracts';
import { Endpoint, Valid } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import { z } from 'zod';
import { type Throughput, summedByMinute, throughputs } from '../../projections/throughput/throughput.ts';
import { unmatchedReturns } from '../../projections/unmatched-returns/unmatched-returns.ts';
import { waitingMessages } from '../../projections/waiting-messages/waiting-messages.ts';
import { readStoreToken } from '../tokens.ts';

const MinutesQuery = z.strictObject({
  minutes: z.coerce.number().int().min(1).max(180).default(60).describe('How many minutes back.'),
});
const WaitingQuery = z.strictObject({
  waitsFor: z
    .enum(['capture', 'allocation', 'shipment', 'fulfilment', 'payment'])
    .optional()
    .describe('What has to be told first.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Most entries of the answer.'),
  cursor: z.string().max(1_000).optional().describe('`next` of the part before; left out for the first.'),
});
const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Most entries of the answer.'),
  cursor: z.string().max(1_000).optional().describe('`next` of the part before; left out for the first.'),
});

@Controller('v1')
export class OverviewController {
  constructor(@Inject(readStoreToken) private readonly store: ReadStore) {}

  @Get('overview/orders-per-minute')
  @Endpoint({
    tag: 'overview',
    operation: 'ordersPerMinute',
    summary: 'Orders placed in each of the last minutes, by channel',
    allow: ['ops', 'csr', 'analyst'],
    answer: OrdersPerMinute,
    query: MinutesQuery,
  })
  async ordersPerMinute(@Query(new Valid(MinutesQuery)) { minutes }: z.infer<typeof MinutesQuery>) {
    const from = new Date(Date.now() - minutes * 60_000).toISOString();
    return { minutes: summedByMinute(await this.countsSince(from)) };
  }

  private async countsSince(from: string): Promise<Throughput[]> {
    const counts: Throughput[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.store.find(throughputs, {
        where: { minute: { from } },
        sort: { by: 'minute', direction: 'asc' },
        limit: 200,
        ...(cursor && { cursor }),
      });
      counts.push(...items.map(({ json }) => JSON.parse(json) as Throughput));
      if (!next) return counts;
      cursor = next;
    }
  }

  @Get('returns')
  @Endpoint({
    tag: 'orders',
    operation: 'listUnmatchedReturns',
    summary: 'Returns that belong to no known order, newest first',
    allow: ['integrator', 'ops', 'csr', 'analyst'],
    answer: UnmatchedReturns,
    query: PageQuery,
  })
  async returns(@Query(new Valid(PageQuery)) { limit, cursor }: z.infer<typeof PageQuery>) {
    const { items, next } = await this.store.find(unmatchedReturns, {
      sort: { by: 'at', direction: 'desc' },
      limit,
      ...(cursor && { cursor }),
    });
    return { items: items.map(({ json }) => JSON.parse(json) as unknown), ...(next && { next }) };
  }

  @Get('waiting')
  @Endpoint({
    tag: 'orders',
    operation: 'listWaitingMessages',
    summary:
      'Messages that came before what they need, longest waiting first, with what they wait for and since when',
    allow: ['integrator', 'ops', 'csr', 'analyst'],
    answer: WaitingMessages,
    query: WaitingQuery,
  })
  async waiting(@Query(new Valid(WaitingQuery)) { waitsFor, limit, cursor }: z.infer<typeof WaitingQuery>) {
    const { items, next } = await this.store.find(waitingMessages, {
      ...(waitsFor && { where: { waitsFor } }),
      sort: { by: 'since', direction: 'asc' },
      limit,
      ...(cursor && { cursor }),
    });
    return { items: items.map(({ json }) => JSON.parse(json) as unknown), ...(next && { next }) };
  }
}
