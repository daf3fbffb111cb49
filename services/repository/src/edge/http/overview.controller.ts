import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import {
  type InboundTypeName,
  OrdersPerMinute,
  UnmatchedReturns,
  WaitingMessages,
  inboundTypes,
} from '@tributary/contracts';
import { Endpoint, Valid, listParameters, sendList } from '@tributary/http';
import type { Collection, Query as Asked, ReadStore } from '@tributary/read-store';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Throughput, summedByMinute, throughputs } from '../../projections/throughput/throughput.ts';
import { unmatchedReturns } from '../../projections/unmatched-returns/unmatched-returns.ts';
import { waitingMessages } from '../../projections/waiting-messages/waiting-messages.ts';
import { readStoreToken } from '../tokens.ts';

const size = { usual: 50, most: 200 };

const MinutesQuery = z.strictObject({
  minutes: z.coerce.number().int().min(1).max(180).default(60).describe('How many minutes back.'),
});
const WaitingQuery = z.strictObject({
  waitsFor: z
    .enum(['capture', 'allocation', 'shipment', 'fulfilment', 'payment'])
    .optional()
    .describe('What has to be told first.'),
  messageType: z
    .enum(Object.keys(inboundTypes) as [InboundTypeName, ...InboundTypeName[]])
    .optional()
    .describe('What kind of message waits, by its type.'),
  ...listParameters(size),
});
const PageQuery = z.strictObject({
  ...listParameters(size),
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
    answer: { list: UnmatchedReturns },
    query: PageQuery,
  })
  async returns(
    @Query(new Valid(PageQuery)) asked: z.infer<typeof PageQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const part = this.partsOf(unmatchedReturns, { sort: { by: 'at', direction: 'desc' } });
    await sendList(reply, { name: 'returns', answer: UnmatchedReturns, size, part }, asked);
  }

  @Get('waiting')
  @Endpoint({
    tag: 'orders',
    operation: 'listWaitingMessages',
    summary:
      'Messages that came before what they need, longest waiting first, with what they wait for and since when',
    allow: ['integrator', 'ops', 'csr', 'analyst'],
    answer: { list: WaitingMessages },
    query: WaitingQuery,
  })
  async waiting(
    @Query(new Valid(WaitingQuery)) { waitsFor, messageType, ...asked }: z.infer<typeof WaitingQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const part = this.partsOf(waitingMessages, {
      where: { ...(waitsFor && { waitsFor }), ...(messageType && { messageType }) },
      sort: { by: 'since', direction: 'asc' },
    });
    await sendList(reply, { name: 'waiting', answer: WaitingMessages, size, part }, asked);
  }

  /** Documents of a collection, part by part. */
  private partsOf(collection: Collection, query: Pick<Asked, 'where' | 'sort'>) {
    return async (limit: number, cursor?: string) => {
      const { items, next } = await this.store.find(collection, {
        ...query,
        limit,
        ...(cursor && { cursor }),
      });
      return { texts: items.map(({ json }) => json), ...(next && { next }) };
    };
  }
}
