import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ChangeOrder, ChangePreview, OrderAnswer, OrderId, changeExamples } from '@tributary/contracts';
import { Endpoint, type KeySubmitter, Problem, SubmittedBy, Valid } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { changePreview } from '../../domain/order/change/preview.ts';
import { CommandHistory } from '../../use-cases/command-history.ts';
import { OrderDesk } from '../../use-cases/order-desk.ts';
import { OrderSettings } from '../../use-cases/order-settings.ts';
import { Orders } from '../../use-cases/orders.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { OrderCommands, unknownOrder } from './order-commands.ts';

/** What comes of it is what was looked at, or nothing. */
const ifMatchHeader = {
  'If-Match':
    'The version (`rev`) of the order that the changes were looked at with, such as `"14"`. Where it is another by now, nothing is changed: 412 `order-moved`.',
};

@Controller('v1/orders')
export class ChangeController {
  constructor(
    @Inject(Orders) private readonly orders: Orders,
    @Inject(OrderDesk) private readonly desk: OrderDesk,
    @Inject(CommandHistory) private readonly history: CommandHistory,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
    @Inject(OrderSettings) private readonly settings: OrderSettings,
  ) {}

  @Post(':orderId/change/preview')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'previewChange',
    summary: 'What changes would do to an order, its money line by line, and what cannot be changed any more',
    allow: ['integrator', 'csr'],
    answer: ChangePreview,
    body: ChangeOrder,
    bodyExamples: changeExamples,
    params: { orderId: 'Order id' },
    problems: { 404: '`not-found`' },
  })
  async preview(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(ChangeOrder)) asked: ChangeOrder,
  ) {
    const order = await this.orders.recorded(orderId);
    if (!order) throw unknownOrder(orderId);
    return changePreview(asked, order, await this.settings.attributes.current());
  }

  @Post(':orderId/change')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'changeOrder',
    summary:
      'Change an order: lines, quantities, prices, methods, address, contact, charges; all of it or nothing',
    allow: ['integrator', 'csr'],
    answer: OrderAnswer,
    body: ChangeOrder,
    bodyExamples: changeExamples,
    params: { orderId: 'Order id' },
    headers: { ...idempotencyHeader, ...ifMatchHeader },
    alsoAnswers: { 202: 'It is above the limits of who asks, and waits for a supervisor (`proposals`)' },
    problems: {
      404: '`not-found`',
      409: '`cannot-change`, with what is in the way of which change (`blocked`), `no-difference`, or `too-many-proposals`',
      412: '`order-moved`',
      422: '`idempotency-key-reused`',
    },
  })
  async change(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(ChangeOrder)) asked: ChangeOrder,
    @Headers('if-match') match: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const cause = commandCause(by, key, ['change', orderId, asked]);
    const expected = versionIn(match);
    const order = await this.commands.about(cause, orderId, () =>
      this.desk.change(cause, orderId, asked, { role: by.role, expected }),
    );
    const fact = await this.history.changeFactOf(cause, orderId);
    if (fact.type === 'tributary.order.change-proposed.v1') void reply.status(202);
    return order;
  }
}

/** @throws Problem 400 where it names no version */
const versionIn = (match: string | undefined): number | undefined => {
  if (match === undefined || match === '*') return undefined;
  const [, version] = /^(?:W\/)?"?(\d{1,15})"?$/.exec(match) ?? [];
  if (version === undefined)
    throw new Problem(400, 'invalid', 'If-Match holds the version of an order, such as "14".');
  return Number(version);
};
