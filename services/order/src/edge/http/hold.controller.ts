import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import {
  Hold,
  HoldRules,
  HoldRulesAnswer,
  OrderAnswer,
  OrderId,
  ReleaseRequested,
  holdRulesExample,
  inboundExamples,
  HoldRulesVersions,
} from '@tributary/contracts';
import { Endpoint, InForceQuery, type KeySubmitter, SubmittedBy, Valid, utc } from '@tributary/http';
import type { z } from 'zod';
import { OrderDesk } from '../../use-cases/order-desk.ts';
import { OrderSettings } from '../../use-cases/order-settings.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { OrderCommands, mayHold } from './order-commands.ts';

const ReleaseOrder = ReleaseRequested.omit({ orderId: true });

const [{ orderId: _held, ...holding }] = inboundExamples['tributary.order.hold-requested.v1'];
const [{ orderId: _released, ...releasing }] = inboundExamples['tributary.order.release-requested.v1'];

@Controller('v1/orders')
export class HoldController {
  constructor(
    @Inject(OrderDesk) private readonly desk: OrderDesk,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
  ) {}

  @Post(':orderId/hold')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'holdOrder',
    summary: 'Hold an order: it is not sourced until it is released; what is reserved for it stays so',
    allow: mayHold,
    answer: OrderAnswer,
    body: Hold,
    bodyExamples: [holding],
    params: { orderId: 'Order id' },
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`already-held`, `too-many-reasons`',
      422: '`idempotency-key-reused`',
    },
  })
  async hold(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(Hold)) asked: Hold,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['hold', orderId, asked]);
    return this.commands.about(cause, orderId, () => this.desk.hold(cause, orderId, asked));
  }

  @Post(':orderId/release')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'releaseOrder',
    summary: 'Release an order from one of its holds; without the last it is sourced',
    allow: mayHold,
    answer: OrderAnswer,
    body: ReleaseOrder,
    bodyExamples: [releasing],
    params: { orderId: 'Order id' },
    headers: idempotencyHeader,
    problems: { 404: '`not-found`', 409: '`not-held`', 422: '`idempotency-key-reused`' },
  })
  async release(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(ReleaseOrder)) asked: z.infer<typeof ReleaseOrder>,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['release', orderId, asked]);
    return this.commands.about(cause, orderId, () => this.desk.release(cause, orderId, asked));
  }
}

/** What orders are held for by rule. */
@Controller('v1/hold-rules')
export class HoldRulesController {
  constructor(@Inject(OrderSettings) private readonly settings: OrderSettings) {}

  @Get()
  @Endpoint({
    tag: 'orders',
    operation: 'getHoldRules',
    summary: 'What orders are held for when they are placed',
    allow: ['ops', 'csr', 'integrator'],
    answer: HoldRulesAnswer,
    query: InForceQuery,
  })
  rules(@Query(new Valid(InForceQuery)) { asOf }: InForceQuery) {
    return this.settings.holdRules.at(asOf && utc(asOf));
  }

  @Get('versions')
  @Endpoint({
    tag: 'orders',
    operation: 'listHoldRulesVersions',
    summary: 'What the hold rules were, from the newest to the first, and who set them',
    allow: ['ops', 'csr', 'analyst'],
    answer: HoldRulesVersions,
  })
  async versions() {
    return { items: await this.settings.holdRules.versions() };
  }

  @Put()
  @Endpoint({
    tag: 'orders',
    operation: 'setHoldRules',
    summary: 'Set what orders are held for that are placed from now on',
    allow: ['ops'],
    answer: HoldRulesAnswer,
    body: HoldRules,
    bodyExamples: [holdRulesExample],
  })
  async setRules(@Body(new Valid(HoldRules)) asked: HoldRules, @SubmittedBy() by: KeySubmitter) {
    await this.settings.holdRules.set(commandCause(by, undefined, []), asked);
    return this.settings.holdRules.current();
  }
}
