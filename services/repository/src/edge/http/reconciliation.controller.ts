import { Controller, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { csvRows, isEncoding, ndjsonRows } from '@tributary/connectors';
import {
  Channel,
  DifferingOrders,
  OrderBelief,
  OrderBeliefs,
  Timestamp,
  orderBeliefExamples,
} from '@tributary/contracts';
import { Endpoint, type RowForms, Valid, rowsOf, sendFound, utc } from '@tributary/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OrderReconciliation } from '../../use-cases/order-reconciliation.ts';

const ReconciliationQuery = z
  .strictObject({
    asOf: Timestamp.optional().describe('The moment of rows that say none; now where left out.'),
    wholeChannel: Channel.optional().describe(
      'The channel of which the rows name all orders placed between `from` and `to`: one that is in no row is `missing`.',
    ),
    from: Timestamp.optional().describe('Placed at this moment or later.'),
    to: Timestamp.optional().describe('Placed before this moment.'),
  })
  .refine(({ wholeChannel, from, to }) => !wholeChannel || (from !== undefined && to !== undefined), {
    path: ['wholeChannel'],
    error: 'Say from when and to when the rows name all its orders: from and to.',
  });

const figures = ['total', 'paid', 'units', 'fulfilled', 'returned'];
const columns = {
  known: ['orderId', 'channel', 'number', 'status', 'currency', ...figures, 'asOf'],
  required: [],
  numbers: figures,
};
const forms: RowForms<OrderBelief> = {
  row: OrderBelief,
  list: OrderBeliefs,
  csv: (file, charset) => csvRows(file, columns, charset),
  ndjson: ndjsonRows,
  isEncoding,
  most: 50_000,
};

/** What others believe of orders, beside what their pages say. */
@Controller('v1/reconciliations')
export class ReconciliationController {
  constructor(@Inject(OrderReconciliation) private readonly reconciliation: OrderReconciliation) {}

  @Post('orders')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'reconcileOrders',
    summary:
      'Compare what another system believes of orders with what they are: what differs, and the facts that it does not have. The body is JSON, or a file of up to 50,000 rows: CSV with a header, or NDJSON, of which rows that cannot be read are listed beside. Nothing is changed',
    allow: ['integrator', 'ops'],
    consumes: ['application/json', 'text/csv', 'application/x-ndjson'],
    body: OrderBeliefs,
    bodyExamples: orderBeliefExamples,
    answer: { list: DifferingOrders },
    query: ReconciliationQuery,
    problems: {
      413: '`too-large`, `too-many-rows`',
      415: '`unsupported-media-type`, `unsupported-charset`',
      422: '`unreadable-file`: what its header lacks',
    },
  })
  async orders(
    @Query(new Valid(ReconciliationQuery))
    { asOf, wholeChannel, from, to }: z.infer<typeof ReconciliationQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = await rowsOf(request, forms);
    const entries = this.reconciliation.differences(rows, {
      now: new Date().toISOString(),
      ...(asOf !== undefined && { asOf: utc(asOf) }),
      ...(wholeChannel && from && to && { whole: { channel: wholeChannel, from: utc(from), to: utc(to) } }),
    });
    await sendFound(reply, { name: 'order-differences', answer: DifferingOrders, entries });
  }
}
