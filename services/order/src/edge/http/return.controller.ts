import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import {
  AuthoriseReturn,
  CallOffReturn,
  OrderId,
  PartId,
  ReceiveReturn,
  ReturnAnswer,
  ReturnPolicy,
  ReturnPolicyAnswer,
  returnCommandExamples,
  ReturnPolicyVersions,
} from '@tributary/contracts';
import type { Cause, Executed, Refusal } from '@tributary/event-store';
import { Endpoint, InForceQuery, type KeySubmitter, SubmittedBy, Valid, utc } from '@tributary/http';
import type { z } from 'zod';
import type { OrderEvent } from '../../domain/order/order.ts';
import { CommandHistory } from '../../use-cases/command-history.ts';
import { OrderDesk } from '../../use-cases/order-desk.ts';
import { OrderSettings } from '../../use-cases/order-settings.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { OrderCommands } from './order-commands.ts';
import { returnAnswer } from './return-answer.ts';

const returnsOf = { orderId: 'Order id' };
const oneReturn = { ...returnsOf, returnId: 'Return id' };
const { policy, authorising, callingOff, receiving } = returnCommandExamples;

@Controller('v1')
export class ReturnController {
  constructor(
    @Inject(OrderDesk) private readonly desk: OrderDesk,
    @Inject(OrderSettings) private readonly settings: OrderSettings,
    @Inject(CommandHistory) private readonly history: CommandHistory,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
  ) {}

  @Get('return-policy')
  @Endpoint({
    tag: 'returns',
    operation: 'getReturnPolicy',
    summary: 'For how long, for what and at what cost goods come back',
    allow: 'any',
    answer: ReturnPolicyAnswer,
    query: InForceQuery,
  })
  policy(@Query(new Valid(InForceQuery)) { asOf }: InForceQuery) {
    return this.settings.returnPolicy.at(asOf && utc(asOf));
  }

  @Get('return-policy/versions')
  @Endpoint({
    tag: 'returns',
    operation: 'listReturnPolicyVersions',
    summary: 'What the return policy was, from the newest to the first, and who set it',
    allow: ['ops', 'csr', 'analyst'],
    answer: ReturnPolicyVersions,
  })
  async policyVersions() {
    return { items: await this.settings.returnPolicy.versions() };
  }

  @Put('return-policy')
  @Endpoint({
    tag: 'returns',
    operation: 'setReturnPolicy',
    summary: 'Set for how long, for what and at what cost goods come back from now on',
    allow: ['ops'],
    answer: ReturnPolicyAnswer,
    body: ReturnPolicy,
    bodyExamples: [policy],
  })
  async setPolicy(
    @Body(new Valid(ReturnPolicy)) asked: z.infer<typeof ReturnPolicy>,
    @SubmittedBy() by: KeySubmitter,
  ) {
    await this.settings.returnPolicy.set(commandCause(by, undefined, []), asked);
    return this.settings.returnPolicy.current();
  }

  @Post('orders/:orderId/returns')
  @HttpCode(201)
  @Endpoint({
    tag: 'returns',
    operation: 'authoriseReturn',
    summary: 'Say that goods may come back (RMA), by the return policy, and what is given back for them',
    allow: ['integrator', 'csr', 'associate'],
    answer: ReturnAnswer,
    status: 201,
    body: AuthoriseReturn,
    bodyExamples: authorising,
    params: returnsOf,
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`time-over`, `not-returnable`, `unknown-line`, `unknown-reason`, `return-known`, `too-many-returns`',
      422: '`idempotency-key-reused`',
    },
  })
  async authorise(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(AuthoriseReturn)) asked: AuthoriseReturn,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['authorise-return', orderId, asked]);
    return this.about(cause, orderId, () => this.desk.authoriseReturn(cause, orderId, asked));
  }

  @Post('orders/:orderId/returns/:returnId/receive')
  @HttpCode(200)
  @Endpoint({
    tag: 'returns',
    operation: 'receiveReturn',
    summary:
      'Take goods back over a counter, authorised or not: stock moves, and what they are worth is due no longer',
    allow: ['integrator', 'csr', 'associate'],
    answer: ReturnAnswer,
    body: ReceiveReturn,
    bodyExamples: receiving,
    params: oneReturn,
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`already-returned`, `not-authorised`, `unknown-line`, `not-gone`',
      422: '`idempotency-key-reused`',
    },
  })
  async receive(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Param('returnId', new Valid(PartId)) returnId: string,
    @Body(new Valid(ReceiveReturn)) asked: ReceiveReturn,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['receive-return', orderId, returnId, asked]);
    return this.about(cause, orderId, () => this.desk.receiveReturn(cause, orderId, returnId, asked));
  }

  @Post('orders/:orderId/returns/:returnId/call-off')
  @HttpCode(200)
  @Endpoint({
    tag: 'returns',
    operation: 'callOffReturn',
    summary: 'Expect goods back no longer',
    allow: ['integrator', 'csr', 'associate'],
    answer: ReturnAnswer,
    body: CallOffReturn,
    bodyExamples: [callingOff],
    params: oneReturn,
    headers: idempotencyHeader,
    problems: { 404: '`not-found`', 409: '`not-authorised`', 422: '`idempotency-key-reused`' },
  })
  async callOff(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Param('returnId', new Valid(PartId)) returnId: string,
    @Body(new Valid(CallOffReturn)) { reason }: z.infer<typeof CallOffReturn>,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['call-off-return', orderId, returnId, reason]);
    return this.about(cause, orderId, () => this.desk.callOffReturn(cause, orderId, { returnId, reason }));
  }

  /** What the command recorded, also where it is told again. */
  private async about(cause: Cause, orderId: string, command: () => Promise<Executed<OrderEvent, Refusal>>) {
    await this.commands.about(cause, orderId, command);
    return returnAnswer(await this.history.returnFactOf(cause, orderId));
  }
}
