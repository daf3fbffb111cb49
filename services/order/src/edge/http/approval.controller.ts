import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApprovalLimits,
  ApprovalLimitsAnswer,
  OrderAnswer,
  OrderId,
  PartId,
  Text,
  defaultApprovalLimits,
  ApprovalLimitsVersions,
} from '@tributary/contracts';
import { Endpoint, InForceQuery, type KeySubmitter, SubmittedBy, Valid, utc } from '@tributary/http';
import { z } from 'zod';
import { OrderDesk } from '../../use-cases/order-desk.ts';
import { OrderSettings } from '../../use-cases/order-settings.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { OrderCommands } from './order-commands.ts';

const CloseProposal = z.strictObject({
  reason: Text(300).optional().describe('Why, in words for people.'),
});
const closing = [{ reason: 'It was the price of last year.' }];
const ofProposal = { orderId: 'Order id', proposalId: 'Proposal id' };

@Controller('v1')
export class ApprovalController {
  constructor(
    @Inject(OrderDesk) private readonly desk: OrderDesk,
    @Inject(OrderSettings) private readonly settings: OrderSettings,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
  ) {}

  @Get('approval-limits')
  @Endpoint({
    tag: 'orders',
    operation: 'getApprovalLimits',
    summary: 'How far roles go by themselves in prices and discounts; above that a supervisor decides',
    allow: ['ops', 'csr'],
    answer: ApprovalLimitsAnswer,
    query: InForceQuery,
  })
  limits(@Query(new Valid(InForceQuery)) { asOf }: InForceQuery) {
    return this.settings.approvalLimits.at(asOf && utc(asOf));
  }

  @Get('approval-limits/versions')
  @Endpoint({
    tag: 'orders',
    operation: 'listApprovalLimitsVersions',
    summary: 'What the limits of roles were, from the newest to the first, and who set them',
    allow: ['ops', 'csr'],
    answer: ApprovalLimitsVersions,
  })
  async limitsVersions() {
    return { items: await this.settings.approvalLimits.versions() };
  }

  @Put('approval-limits')
  @Endpoint({
    tag: 'orders',
    operation: 'setApprovalLimits',
    summary: 'Set how far roles go by themselves in prices and discounts',
    allow: ['ops'],
    answer: ApprovalLimitsAnswer,
    body: ApprovalLimits,
    bodyExamples: [
      {
        ...defaultApprovalLimits,
        integrator: { price: 100, discount: 100 },
        supervisor: { price: 60, discount: 50 },
      },
    ],
  })
  async setLimits(@Body(new Valid(ApprovalLimits)) asked: ApprovalLimits, @SubmittedBy() by: KeySubmitter) {
    await this.settings.approvalLimits.set(commandCause(by, undefined, []), asked);
    return this.settings.approvalLimits.current();
  }

  @Post('orders/:orderId/proposals/:proposalId/approve')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'approveChange',
    summary: 'Make a change that waits for approval, on the order as it is by now',
    allow: ['ops', 'supervisor'],
    answer: OrderAnswer,
    body: CloseProposal,
    bodyExamples: closing,
    params: ofProposal,
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`no-proposal`, `cannot-change`, `no-difference`, `above-limits` of who makes it',
      422: '`idempotency-key-reused`',
    },
  })
  approve(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Param('proposalId', new Valid(PartId)) proposalId: string,
    @Body(new Valid(CloseProposal)) asked: z.infer<typeof CloseProposal>,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['approve', orderId, proposalId, asked]);
    return this.commands.about(cause, orderId, () =>
      this.desk.closeProposal(cause, orderId, proposalId, {
        outcome: 'approved',
        role: by.role,
        ...asked,
      }),
    );
  }

  @Post('orders/:orderId/proposals/:proposalId/refuse')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'refuseChange',
    summary: 'Refuse a change that waits for approval',
    allow: ['ops', 'supervisor'],
    answer: OrderAnswer,
    body: CloseProposal,
    bodyExamples: closing,
    params: ofProposal,
    headers: idempotencyHeader,
    problems: { 404: '`not-found`', 409: '`no-proposal`', 422: '`idempotency-key-reused`' },
  })
  refuse(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Param('proposalId', new Valid(PartId)) proposalId: string,
    @Body(new Valid(CloseProposal)) asked: z.infer<typeof CloseProposal>,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['refuse', orderId, proposalId, asked]);
    return this.commands.about(cause, orderId, () =>
      this.desk.closeProposal(cause, orderId, proposalId, {
        outcome: 'refused',
        role: by.role,
        ...asked,
      }),
    );
  }
}
