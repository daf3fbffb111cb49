import { isDeepStrictEqual } from 'node:util';
import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { type Cause, inboundEventId } from '@tributary/event-store';
import {
  Text,
  type OrderCaptured as OrderCapturedData,
  FulfilmentLine,
  OrderCaptured,
  OrderId,
  orderIdOf,
  orderStatusOf,
} from '@tributary/contracts';
import { Caller, Endpoint, type Identity, Problem, Valid } from '@tributary/http';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { captureOrder } from '../../domain/order/capture.ts';
import { isDecided } from '../../domain/order/lines/lines.ts';
import type { Captured } from '../../domain/order/order.ts';
import { Orders } from '../../use-cases/orders.ts';

const PlaceQuery = z.strictObject({ wait: z.literal('sourced').optional() });
const PlaceOrder = OrderCaptured.refine(({ completedAt }) => completedAt === undefined, {
  path: ['completedAt'],
  message: 'Only imported history may be complete already.',
});
const CancelOrder = z.strictObject({
  lines: z.array(FulfilmentLine).min(1).max(2_000).optional(),
  reason: Text(300).optional(),
});
const IdempotencyKey = z.string().min(1).max(255).optional();

/** How long `?wait=sourced` waits, in milliseconds, before it answers with what is known. */
const longestWait = 10_000;

@Controller('v1/orders')
export class OrderController {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @Post()
  @HttpCode(201)
  @Endpoint({
    tag: 'orders',
    summary: 'Place an order; with ?wait=sourced answered when its stock is reserved or refused',
    allow: ['integrator', 'csr'],
    query: PlaceQuery,
    body: OrderCaptured,
    bodyExample: {
      channel: 'web',
      number: '100045',
      currency: 'EUR',
      lines: [{ lineId: '1', sku: 'SKU-1', quantity: 1, unitPrice: '19.90' }],
    },
    status: 201,
    problems: {
      409: '`already-captured`, or `out-of-stock` when the order asked to be rejected',
      422: '`idempotency-key-reused`',
    },
  })
  async place(
    @Body(new Valid(PlaceOrder)) data: OrderCapturedData,
    @Query(new Valid(PlaceQuery)) { wait }: z.infer<typeof PlaceQuery>,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: Identity,
  ) {
    const orderId = orderIdOf(data.channel, data.number);
    const done = new AbortController();
    const sourced = wait
      ? this.orders.answers.next(orderId, AbortSignal.any([done.signal, AbortSignal.timeout(longestWait)]))
      : undefined;
    try {
      const placed = await this.placeOnce(commandCause(caller, key), orderId, data);
      const order =
        !sourced || isDecided(placed) ? placed : ((await sourced) ?? (await this.orders.recorded(orderId))!);
      if (wait && order.rejected) {
        throw new Problem(409, 'out-of-stock', 'Not all of it is in stock; nothing was reserved.', {
          orderId,
          retryable: false,
        });
      }
      return answer(order);
    } finally {
      done.abort();
    }
  }

  @Post(':orderId/cancel')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    summary: 'Cancel an order, or some lines, as far as nothing has left',
    allow: ['integrator', 'csr'],
    body: CancelOrder,
    params: { orderId: 'Order id' },
    problems: { 404: '`not-found`', 409: '`nothing-to-cancel`', 422: '`idempotency-key-reused`' },
  })
  async cancel(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(CancelOrder)) request: z.infer<typeof CancelOrder>,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: Identity,
  ) {
    if (!(await this.orders.find(orderId)))
      throw new Problem(404, 'not-found', `There is no order ${orderId}.`);
    const cause = commandCause(caller, key);
    const done = await this.orders.cancel(cause, orderId, request);
    if (done.outcome === 'refused' || done.outcome === 'duplicate') {
      const before = await this.orders.consequence(cause, orderId, 'tributary.order.cancelled.v1');
      if (!before && done.outcome === 'refused')
        throw new Problem(409, done.refusal.code, done.refusal.reason, { orderId });
      if (!before) throw keyReused();
    }
    return answer((await this.orders.recorded(orderId))!);
  }

  /** The same key with the same order is answered like the first time; with another order it is refused. */
  private async placeOnce(cause: Cause, orderId: string, data: OrderCapturedData): Promise<Captured> {
    const done = await this.orders.place(cause, data);
    if (done.outcome !== 'refused' && done.outcome !== 'duplicate') return (await this.orders.find(orderId))!;
    const before = await this.orders.consequence(cause, orderId, 'tributary.order.placed.v2');
    if (!before && done.outcome === 'refused')
      throw new Problem(409, done.refusal.code, done.refusal.reason, { orderId });
    const placed = captureOrder(data, { orderId: orderIdOf(data.channel, data.number), ...cause }, false);
    if (!before || !isDeepStrictEqual(before.data, placed)) throw keyReused();
    return (await this.orders.recorded(orderId))!;
  }
}

const keyReused = () =>
  new Problem(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request: take a new key.',
  );

/** A command's cause: with an Idempotency-Key its repeat is the same cause, so it takes effect once. */
const commandCause = ({ keyId, role }: Identity, key: string | undefined): Cause => {
  const idempotencyKey = IdempotencyKey.safeParse(key);
  if (!idempotencyKey.success) throw new Problem(400, 'invalid', 'An Idempotency-Key is 1–255 characters.');
  const id = key === undefined ? uuid() : inboundEventId(`key:${keyId}`, key);
  const now = new Date().toISOString();
  return {
    id,
    // The ids of consequences must not depend on when a repeat comes.
    recordedTime: key === undefined ? now : new Date(0).toISOString(),
    time: now,
    once: true,
    metadata: { source: 'tributary/order', causationId: id, correlationId: id, actor: `${role}:${keyId}` },
  };
};

const answer = (order: Captured) => ({
  orderId: order.orderId,
  status: orderStatusOf(order.lines, order.rejected),
  lines: order.lines.map(({ lineId, sku, ordered, cancelled, allocated, backordered, fulfilled }) => ({
    lineId,
    sku,
    quantities: { ordered, cancelled, allocated, backordered, fulfilled },
  })),
  fulfilments: order.fulfilments.map(({ fulfilmentId, location, method, stage, lines }) => ({
    fulfilmentId,
    location,
    method,
    stage,
    lines,
  })),
});
