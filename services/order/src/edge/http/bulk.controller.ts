import { Body, Controller, Headers, Inject, Post, Res } from '@nestjs/common';
import { OrderResults, type OrderResult, inboundExamples } from '@tributary/contracts';
import type { Cause } from '@tributary/event-store';
import { Endpoint, type KeySubmitter, SubmittedBy, Valid, assertMay } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { OrderDesk } from '../../use-cases/order-desk.ts';
import { BulkCommand, resultOf, rolesFor } from './bulk-command.ts';
import { commandCause } from './idempotency.ts';
import { OrderCommands, mayHold } from './order-commands.ts';

const [{ orderId, ...holding }] = inboundExamples['tributary.order.hold-requested.v1'];
const [{ orderId: _, ...releasing }] = inboundExamples['tributary.order.release-requested.v1'];
const orders = [orderId, 'web.100046'];
const bodyExamples = [
  { action: 'release', orders, ...releasing },
  { action: 'hold', orders, ...holding },
  { action: 'cancel', orders, reason: 'The supplier gave the model up.' },
];

/** The command as it is about one order. */
type OneCommand = BulkCommand extends infer C ? (C extends unknown ? Omit<C, 'orders'> : never) : never;

/** So many orders are decided at once: a command about many leaves room for others. */
const mostAtOnce = 20;

const bulkKey = {
  'Idempotency-Key':
    'A name of your choice for this command, 1–255 characters; each order has a key of its own by it. Sent again with it, also with some of its orders, what took effect does so once and is answered as the first time; an order that another command was given for under it is refused as `idempotency-key-reused`.',
};

/** One command about several orders. */
@Controller('v1/orders')
export class BulkController {
  constructor(
    @Inject(OrderDesk) private readonly desk: OrderDesk,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
  ) {}

  @Post('bulk')
  @Endpoint({
    tag: 'orders',
    operation: 'commandOrders',
    summary: 'Release, hold or cancel up to 200 orders, each decided by itself, with a result for each',
    allow: mayHold,
    answer: OrderResults,
    alsoAnswers: { 207: 'Not all of it was done: the results say for which orders, and why' },
    body: BulkCommand,
    bodyExamples,
    headers: bulkKey,
    problems: { 403: '`not-allowed`: `ops` does not cancel' },
  })
  async command(
    @Body(new Valid(BulkCommand)) asked: BulkCommand,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    assertMay(by, rolesFor[asked.action]);
    const results: OrderResult[] = [];
    for (let from = 0; from < asked.orders.length; from += mostAtOnce) {
      const part = asked.orders.slice(from, from + mostAtOnce);
      results.push(...(await Promise.all(part.map((one) => this.commandOne(asked, one, by, key)))));
    }
    void reply.code(results.every(({ outcome }) => outcome === 'done') ? 200 : 207).send({ results });
  }

  private async commandOne(
    { orders: __, action, ...how }: BulkCommand,
    orderId: string,
    by: KeySubmitter,
    key: string | undefined,
  ): Promise<OrderResult> {
    const cause = commandCause(by, key, [action, orderId, how], orderId);
    try {
      const { rev, status } = await this.commands.about(cause, orderId, () =>
        this.decide(cause, orderId, { action, ...how } as OneCommand),
      );
      return { orderId, outcome: 'done', rev, status };
    } catch (error) {
      return resultOf(orderId, error);
    }
  }

  private decide(cause: Cause, orderId: string, asked: OneCommand) {
    switch (asked.action) {
      case 'release':
        return this.desk.release(cause, orderId, asked);
      case 'hold':
        return this.desk.hold(cause, orderId, asked);
      case 'cancel':
        return this.desk.cancel(cause, orderId, { reason: asked.reason });
      default:
        return asked satisfies never;
    }
  }
}
