import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Endpoint, Valid } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import { z } from 'zod';
import { type Throughput, summedByMinute, throughputs } from '../../projections/throughput/throughput.ts';
import { unmatchedReturns } from '../../projections/unmatched-returns/unmatched-returns.ts';
import { waitingMessages } from '../../projections/waiting-messages/waiting-messages.ts';
import { readStoreToken } from '../tokens.ts';

const MinutesQuery = z.strictObject({ minutes: z.coerce.number().int().min(1).max(180).default(60) });
const WaitingQuery = z.strictObject({
  waitsFor: z.enum(['capture', 'allocation', 'shipment', 'fulfilment', 'payment']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_000).optional(),
});
const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_000).optional(),
});

@Controller('v1')
export class OverviewController {
  constructor(@Inject(readStoreToken) private readonly store: ReadStore) {}

  @Get('overview/orders-per-minute')
  @Endpoint({
    tag: 'overview',
    summary: 'Orders placed in each of the last minutes, by channel',
    allow: ['ops', 'csr', 'analyst'],
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
    summary: 'Returns that belong to no known order, newest first',
    allow: ['integrator', 'ops', 'csr', 'analyst'],
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
    summary:
      'Messages that came before what they need, longest waiting first, with what they wait for and since when',
    allow: ['integrator', 'ops', 'csr', 'analyst'],
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
