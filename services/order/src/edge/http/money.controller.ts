import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ExplainedMoney, OrderAnswer, OrderId, RefundOrder, refundExamples } from '@tributary/contracts';
import {
  Endpoint,
  type KeySubmitter,
  Problem,
  SubmittedBy,
  Valid,
  listParameters,
  sendList,
} from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { moneySaid } from '../../domain/order/payment/explained.ts';
import { MoneyExplained } from '../../use-cases/money-explained.ts';
import { OrderDesk } from '../../use-cases/order-desk.ts';
import { Orders } from '../../use-cases/orders.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { OrderCommands, unknownOrder } from './order-commands.ts';

const size = { usual: 200, most: 500 };
const MoneyQuery = z.strictObject(listParameters(size));

@Controller('v1/orders')
export class MoneyController {
  constructor(
    @Inject(Orders) private readonly orders: Orders,
    @Inject(OrderDesk) private readonly desk: OrderDesk,
    @Inject(MoneyExplained) private readonly money: MoneyExplained,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
  ) {}

  @Get(':orderId/money')
  @Endpoint({
    tag: 'orders',
    operation: 'explainMoney',
    summary:
      'How what is owed for an order adds up: every fact that moved its money, with the balance after it',
    allow: ['integrator', 'ops', 'csr', 'analyst'],
    answer: { list: ExplainedMoney },
    params: { orderId: 'Order id' },
    query: MoneyQuery,
    problems: { 404: '`not-found`' },
  })
  async explain(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Query(new Valid(MoneyQuery)) { limit, cursor }: z.infer<typeof MoneyQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const order = await this.orders.recorded(orderId);
    if (!order) throw unknownOrder(orderId);
    const part = async (most: number, after: string | undefined) => {
      const asked = { limit: most, after: versionIn(after), upTo: order.rev };
      const { items, next } = await this.money.part(orderId, asked);
      return { items, ...(next !== undefined && { next: cursorOf(next) }) };
    };
    const sums = { orderId, rev: order.rev, currency: order.currency, sums: moneySaid(order) };
    const list = { name: 'money', answer: ExplainedMoney, size, part, beside: () => Promise.resolve(sums) };
    await sendList(reply, list, { limit, cursor });
  }

  @Post(':orderId/refund')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'refundOrder',
    summary:
      'Ask for money to be given back, as it came or by one payment; it moved once `tributary.refund.issued.v1` is told of each part',
    allow: ['integrator', 'csr'],
    answer: OrderAnswer,
    body: RefundOrder,
    bodyExamples: refundExamples,
    params: { orderId: 'Order id' },
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`not-refundable`, with what can be given back (`most`, minor units) and by which payments (`left`)',
      422: '`idempotency-key-reused`',
    },
  })
  async refund(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(RefundOrder)) asked: RefundOrder,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['refund', orderId, asked]);
    return this.commands.about(cause, orderId, () => this.desk.refund(cause, orderId, asked));
  }
}

const cursorOf = (version: number): string => Buffer.from(String(version)).toString('base64url');

/** @throws Problem 400 `bad-query` for what is no cursor of this list */
const versionIn = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  const [version] = /^\d{1,15}$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (version !== undefined) return Number(version);
  const message = 'this is not a cursor';
  throw new Problem(400, 'bad-query', message, { errors: [{ pointer: '/cursor', message }] });
};
