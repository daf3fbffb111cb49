import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Cause } from '@tributary/event-store';
import {
  Address,
  CancelRequested,
  LocationId,
  OrderAnswer,
  OrderCaptured,
  type OrderCaptured as OrderCapturedData,
  OrderId,
  PartId,
  Text,
  inboundExamples,
  orderIdOf,
} from '@tributary/contracts';
import type { Admission } from '@tributary/event-bus';
import { Endpoint, type KeySubmitter, Problem, SubmittedBy, Valid } from '@tributary/http';
import { z } from 'zod';
import { isHeld } from '../../domain/order/hold/holds.ts';
import { isDecided } from '../../domain/order/lines/lines.ts';
import { type Captured, streamOf } from '../../domain/order/order.ts';
import { admissionToken } from '../tokens.ts';
import { CommandHistory } from '../../use-cases/command-history.ts';
import { OrderDesk } from '../../use-cases/order-desk.ts';
import { Orders } from '../../use-cases/orders.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { orderAnswer } from './order-answer.ts';
import { OrderCommands, mayCancel } from './order-commands.ts';

const reason = Text(300).optional().describe('Why, in words for people.');
const choice = <C extends string>(what: C, meaning: string) => z.literal(what).describe(meaning);
const ofPickup = {
  lines: z
    .array(PartId)
    .min(1)
    .max(2_000)
    .optional()
    .describe('Ids of the lines it is about; all that need a decision when left out.'),
  reason,
};
const DecidePickup = z.discriminatedUnion('choice', [
  z.strictObject({ ...ofPickup, choice: choice('wait', 'They wait for stock there.') }),
  z.strictObject({
    ...ofPickup,
    choice: choice('ship', 'They are sent.'),
    shipTo: Address.optional().describe('Where to, if that is another address than the order’s.'),
  }),
  z.strictObject({
    ...ofPickup,
    choice: choice('collect-elsewhere', 'The customer collects them at another location.'),
    pickupAt: LocationId,
  }),
  z.strictObject({ ...ofPickup, choice: choice('cancel', 'They are cancelled.') }),
]);
const PlaceQuery = z.strictObject({
  wait: z
    .literal('sourced')
    .optional()
    .describe('Answer when its stock is reserved or refused, within ten seconds.'),
});
const PlaceOrder = OrderCaptured.refine(({ completedAt }) => completedAt === undefined, {
  path: ['completedAt'],
  message: 'Only imported history may be complete already.',
});
const CancelOrder = CancelRequested.omit({ orderId: true });
const PutBackAnswered = z.strictObject({
  fulfilmentId: PartId.describe('The location’s part of the order.'),
  outcome: z
    .enum(['put-back', 'too-late'])
    .describe('It is put back and cancelled, or goes its way, as it is packed or gone.'),
  reason,
});

const [{ orderId: _, ...cancellation }] = inboundExamples['tributary.order.cancel-requested.v1'];
const [{ shipTo }] = inboundExamples['tributary.order.captured.v1'];
const aboutTeapot = { lines: ['2'], reason: 'She works in Leeds.' };
const pickupDecisions: readonly z.input<typeof DecidePickup>[] = [
  { choice: 'collect-elsewhere', pickupAt: 'leeds', ...aboutTeapot },
  { choice: 'ship', shipTo, ...aboutTeapot },
  { choice: 'wait', ...aboutTeapot },
  { choice: 'cancel', ...aboutTeapot },
];

/** How long `?wait=sourced` waits, in milliseconds, before it answers with what is known. */
const longestWait = 10_000;

@Controller('v1/orders')
export class OrderController {
  constructor(
    @Inject(Orders) private readonly orders: Orders,
    @Inject(OrderDesk) private readonly desk: OrderDesk,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
    @Inject(CommandHistory) private readonly history: CommandHistory,
    @Inject(admissionToken) private readonly admission: Admission,
  ) {}

  @Post()
  @HttpCode(201)
  @Endpoint({
    tag: 'orders',
    operation: 'placeOrder',
    summary: 'Place an order; with ?wait=sourced answered when its stock is reserved or refused',
    allow: ['integrator', 'csr'],
    answer: OrderAnswer,
    query: PlaceQuery,
    headers: idempotencyHeader,
    body: PlaceOrder,
    bodyExamples: inboundExamples['tributary.order.captured.v1'],
    status: 201,
    problems: {
      409: '`already-captured`, or `out-of-stock` when the order asked to be rejected',
      422: '`idempotency-key-reused`',
      429: '`overloaded`: more came in than is done yet',
    },
  })
  async place(
    @Body(new Valid(PlaceOrder)) data: OrderCapturedData,
    @Query(new Valid(PlaceQuery)) { wait }: z.infer<typeof PlaceQuery>,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    this.admission.now();
    const orderId = orderIdOf(data.channel, data.number);
    const done = new AbortController();
    const sourced = wait
      ? this.orders.answers.next(orderId, AbortSignal.any([done.signal, AbortSignal.timeout(longestWait)]))
      : undefined;
    try {
      const cause = commandCause(by, key, ['place', orderId, data]);
      const placed = await this.placeOnce(cause, orderId, data);
      const order =
        !sourced || isDecided(placed) || isHeld(placed)
          ? placed
          : ((await sourced) ?? (await this.orders.recorded(orderId))!);
      if (wait && order.rejected) {
        throw new Problem(409, 'out-of-stock', 'Not all of it is in stock; nothing was reserved.', {
          orderId,
          retryable: false,
        });
      }
      // Who did not wait is told the order as it was placed, also when asking again; who waited, what it has come to.
      return orderAnswer(wait ? order : await this.history.leftBy(cause, order));
    } finally {
      done.abort();
    }
  }

  @Post(':orderId/cancel')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'cancelOrder',
    summary:
      'Cancel an order, or some lines, as far as nothing has left; a location that has picked it is asked first',
    allow: mayCancel,
    answer: OrderAnswer,
    body: CancelOrder,
    bodyExamples: [cancellation],
    params: { orderId: 'Order id' },
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`nothing-to-cancel`, `already-asked`',
      422: '`idempotency-key-reused`',
    },
  })
  async cancel(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(CancelOrder)) request: z.infer<typeof CancelOrder>,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['cancel', orderId, request]);
    return this.commands.about(cause, orderId, () => this.desk.cancel(cause, orderId, request));
  }

  @Post(':orderId/put-back')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'answerPutBack',
    summary: 'Say whether a location put back what it had picked and nobody wants any more',
    allow: ['integrator', 'csr', 'associate'],
    answer: OrderAnswer,
    body: PutBackAnswered,
    bodyExamples: [{ fulfilmentId: 'S1-leeds', outcome: 'too-late', reason: 'The parcel is closed.' }],
    params: { orderId: 'Order id' },
    headers: idempotencyHeader,
    problems: { 404: '`not-found`', 409: '`not-asked`', 422: '`idempotency-key-reused`' },
  })
  async putBack(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(PutBackAnswered)) asked: z.infer<typeof PutBackAnswered>,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['put-back', orderId, asked]);
    return this.commands.about(cause, orderId, () => this.desk.answerPutBack(cause, orderId, asked));
  }

  @Post(':orderId/pickup-decision')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'decidePickup',
    summary:
      'Decide what becomes of goods missing at a pickup: wait for stock there, ship them, collect them elsewhere, or cancel',
    allow: ['integrator', 'csr'],
    answer: OrderAnswer,
    body: DecidePickup,
    bodyExamples: pickupDecisions,
    params: { orderId: 'Order id' },
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`nothing-to-decide`, `no-address`, `same-place`',
      422: '`idempotency-key-reused`',
    },
  })
  async decidePickup(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(DecidePickup)) asked: z.infer<typeof DecidePickup>,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['decide-pickup', orderId, asked]);
    return this.commands.about(cause, orderId, () => this.desk.decidePickup(cause, orderId, asked));
  }

  private async placeOnce(cause: Cause, orderId: string, data: OrderCapturedData): Promise<Captured> {
    const done = await this.orders.place(cause, data);
    await this.commands.mustBeNewOrRepeat(cause, streamOf(orderId), done, { orderId });
    return (await this.orders.recorded(orderId))!;
  }
}
