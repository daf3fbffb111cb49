import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import {
  FoundOrders,
  type Identity,
  OrderDifference,
  OrderId,
  OrderPage,
  OrderRows,
  Timeline,
  Timestamp,
} from '@tributary/contracts';
import {
  Caller,
  Endpoint,
  Problem,
  Valid,
  listParameters,
  momentOf,
  momentParameters,
  sendList,
  takeOver,
  utc,
} from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { orderPages } from '../../projections/order-page/order-page.ts';
import type { Moment } from '../../projections/order-page/past-page.ts';
import { NamedOrders } from '../../use-cases/named-orders.ts';
import { QueriedOrders } from '../../use-cases/order-query/queried-orders.ts';
import { PastOrders } from '../../use-cases/past-orders.ts';
import { Timelines } from '../../use-cases/timelines.ts';
import { readStoreToken } from '../tokens.ts';
import { awaited, preferredWait } from './awaited.ts';
import { ListQuery, listSize, partWithWords, queryOf } from './list-query.ts';
import { SearchedOrders } from '../../use-cases/searched-orders.ts';
import { LiveOrders } from './live-orders.ts';

const timelineSize = { usual: 200, most: 500 };

const MomentQuery = z.strictObject(momentParameters('The order'));
const DifferenceQuery = z.strictObject({
  from: Timestamp.describe('The one moment.'),
  to: Timestamp.optional().describe('The other; now where it is left out.'),
  by: z
    .enum(['happened', 'recorded'])
    .default('happened')
    .describe('Whether facts count from when they happened, or from when they were recorded.'),
});
const TimelineQuery = z.strictObject({
  ...listParameters(timelineSize),
  all: z
    .literal('true')
    .optional()
    .describe('Also what the timeline policy leaves out, each fact with the rule that does.'),
});
const SearchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1, 'Search for a word: a number, a name, a SKU.')
    .max(200)
    .describe(
      'Words that all stand on the order, in any case, with or without accents. The last may be unfinished from three characters on; a shorter one is found whole. In scripts without spaces any part is found.',
    ),
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('Most entries of the answer.'),
});

const readers = ['integrator', 'ops', 'csr', 'associate', 'analyst'] as const;

const waiting = '`wait=5` waits up to that many seconds, at most 10, for an order that is not here yet';

/** One order that changed, as it is told. */
const liveExample =
  'event: order\ndata: {"orderId":"web.100045","channel":"web","status":"allocated","rev":4}\n\n';

/** Sends JSON that is stored as text, as it is. */
const sendJson = (reply: FastifyReply, json: string): void => {
  void reply.header('content-type', 'application/json; charset=utf-8').send(json);
};

@Controller('v1')
export class OrderHistoryController {
  constructor(
    @Inject(readStoreToken) private readonly store: ReadStore,
    @Inject(LiveOrders) private readonly live: LiveOrders,
    @Inject(NamedOrders) private readonly named: NamedOrders,
    @Inject(SearchedOrders) private readonly searched: SearchedOrders,
    @Inject(QueriedOrders) private readonly queried: QueriedOrders,
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(PastOrders) private readonly past: PastOrders,
  ) {}

  @Get('orders')
  @Endpoint({
    tag: 'orders',
    operation: 'listOrders',
    summary:
      'Orders, newest first unless told, by channel, status, queue, location, customer, SKU and date, or by what is typed as `q`',
    allow: readers,
    answer: { list: OrderRows },
    query: ListQuery,
  })
  async list(
    @Query(new Valid(ListQuery)) query: z.infer<typeof ListQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { limit, cursor, q: _, zone: __, ...filters } = query;
    const asked = { filters, query: queryOf(query), now: new Date().toISOString() };
    const list = { name: 'orders', answer: OrderRows, size: listSize };
    if (asked.query?.words) {
      const found = await partWithWords(this.queried, asked, query, reply.request.headers.accept);
      return sendList(reply, { ...list, ...found }, { limit });
    }
    const part = async (most: number, after?: string) => {
      const { items, next } = await this.queried.part(asked, most, after);
      return { texts: items.map(({ json }) => json), next };
    };
    await sendList(reply, { ...list, part }, { limit, cursor });
  }

  @Get('search')
  @Endpoint({
    tag: 'orders',
    operation: 'searchOrders',
    summary:
      'Orders by number, customer, e-mail, phone, SKU, product, serial number, tracking or payment reference, with where on them it stands; where none has the words as typed, those that are one slip of the hand away',
    allow: readers,
    answer: FoundOrders,
    query: SearchQuery,
  })
  async search(
    @Query(new Valid(SearchQuery)) { q, limit }: z.infer<typeof SearchQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.searched.search(q, limit)));
  }

  @Get('orders/live')
  @Endpoint({
    tag: 'orders',
    operation: 'followOrders',
    summary:
      'Changed orders as server-sent events, until the key is revoked; of a key a process holds 20 streams at once',
    allow: readers,
    answer: { type: 'text/event-stream', schema: 'text', example: liveExample },
    problems: { 429: '`too-many-streams`: this key has 20 open', 503: '`too-many-listeners`' },
  })
  listen(@Res() reply: FastifyReply, @Caller() { keyId }: Identity): void {
    this.live.assertRoomFor(keyId);
    this.live.listen(takeOver(reply), keyId);
  }

  @Get('orders/:orderId')
  @Endpoint({
    tag: 'orders',
    operation: 'getOrder',
    summary: 'One order as it is now, or as it was at a moment: as it was true then, or known then, or both',
    allow: readers,
    answer: OrderPage,
    params: { orderId: 'Order id' },
    query: MomentQuery,
    headers: { prefer: waiting },
    problems: { 404: '`not-found`, or `not-placed-yet` at that moment' },
  })
  async order(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Query(new Valid(MomentQuery)) asked: z.infer<typeof MomentQuery>,
    @Headers('prefer') prefer: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const moment = momentOf(asked);
    const read = moment
      ? async () => this.pastPage(orderId, moment)
      : async () => (await this.store.get(orderPages, orderId))?.json;
    sendJson(reply, await this.named.page(await known(orderId, read, prefer, reply)));
  }

  private async pastPage(orderId: string, moment: Moment) {
    const page = await this.past.at(orderId, moment);
    if (page === 'not-placed')
      throw new Problem(
        404,
        'not-placed-yet',
        `${orderId} had not been placed then, as far as that is asked for.`,
      );
    return page && JSON.stringify(page);
  }

  @Get('orders/:orderId/difference')
  @Endpoint({
    tag: 'orders',
    operation: 'compareOrder',
    summary: 'What became of an order between two moments, and the facts that made the difference',
    allow: readers,
    answer: OrderDifference,
    params: { orderId: 'Order id' },
    query: DifferenceQuery,
    problems: { 404: '`not-found`' },
  })
  async difference(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Query(new Valid(DifferenceQuery)) { from, to, by }: z.infer<typeof DifferenceQuery>,
  ): Promise<OrderDifference> {
    const span = { from: utc(from), to: to && utc(to), by };
    const difference = await this.past.difference(orderId, span);
    if (!difference) throw unknown(orderId);
    return difference;
  }

  @Get('orders/:orderId/timeline')
  @Endpoint({
    tag: 'orders',
    operation: 'getTimeline',
    summary:
      'What happened to an order, oldest first, less what the timeline policy leaves out; `all=true` tells that too. An answer looks at 1,000 facts at most, so that it may have fewer entries than were asked for, or none, and a `next`',
    allow: readers,
    answer: { list: Timeline },
    params: { orderId: 'Order id' },
    query: TimelineQuery,
    headers: { prefer: waiting },
    problems: { 404: '`not-found`' },
  })
  async timeline(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Query(new Valid(TimelineQuery)) { limit, cursor, all }: z.infer<typeof TimelineQuery>,
    @Headers('prefer') prefer: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const list = {
      name: 'timeline',
      answer: Timeline,
      size: timelineSize,
      part: async (most: number, after?: string) => {
        const asked = { limit: most, cursor: after, all: all === 'true' };
        const read = () => this.timelines.read(orderId, asked);
        const { items, next, leftOut } = await known(orderId, read, prefer, reply);
        return { items, next, beside: { leftOut } };
      },
    };
    await sendList(reply, list, { limit, cursor });
  }
}

const unknown = (orderId: string): Problem =>
  new Problem(404, 'not-found', `There is no order ${orderId} here (yet).`);

/** What is asked of an order, waited for as long as the caller prefers. */
const known = async <T>(
  orderId: string,
  read: () => Promise<T | undefined>,
  prefer: string | undefined,
  reply: FastifyReply,
): Promise<T> => {
  const found = await awaited(read, preferredWait(prefer), () => reply.raw.destroyed);
  if (found === undefined) throw unknown(orderId);
  return found;
};
