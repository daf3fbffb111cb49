import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { OrderId, PartId, Withdraw, WithdrawalReceipt, withdrawExamples } from '@tributary/contracts';
import { Endpoint, type KeySubmitter, Problem, SubmittedBy, Valid } from '@tributary/http';
import { CommandHistory } from '../../use-cases/command-history.ts';
import { Withdrawals } from '../../use-cases/withdrawals.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { OrderCommands, mayCancel } from './order-commands.ts';

const ofOrder = { orderId: 'Order id' };

@Controller('v1/orders/:orderId/withdrawals')
export class WithdrawalController {
  constructor(
    @Inject(Withdrawals) private readonly withdrawals: Withdrawals,
    @Inject(CommandHistory) private readonly history: CommandHistory,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
  ) {}

  @Post()
  @HttpCode(201)
  @Endpoint({
    tag: 'returns',
    operation: 'withdrawFromOrder',
    summary:
      'Withdraw from the contract as its consumer, from all of it or a part: what has not left is cancelled, the rest may come back; the answer is the receipt',
    allow: mayCancel,
    answer: WithdrawalReceipt,
    status: 201,
    body: Withdraw,
    bodyExamples: withdrawExamples,
    params: ofOrder,
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`withdrawal-over` with the day it ended (`ended`), `no-right-of-withdrawal` with the lines (`lineIds`), `bought-at-till`, `nothing-to-withdraw`, `not-withdrawable`, `unknown-line`, `declared-later`, `too-many-withdrawals`, `too-many-returns`',
      422: '`idempotency-key-reused`',
    },
  })
  async withdraw(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Body(new Valid(Withdraw)) asked: Withdraw,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ): Promise<WithdrawalReceipt> {
    const cause = commandCause(by, key, ['withdraw', orderId, asked]);
    await this.commands.about(cause, orderId, () => this.withdrawals.withdraw(cause, orderId, asked));
    return this.receipt(orderId, await this.history.withdrawalIdOf(cause, orderId));
  }

  @Get(':withdrawalId')
  @Endpoint({
    tag: 'returns',
    operation: 'getWithdrawal',
    summary: 'The receipt of a withdrawal, as it was answered when it was declared',
    allow: mayCancel,
    answer: WithdrawalReceipt,
    params: { ...ofOrder, withdrawalId: 'Withdrawal id' },
    problems: { 404: '`not-found`' },
  })
  async receipt(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Param('withdrawalId', new Valid(PartId)) withdrawalId: string,
  ): Promise<WithdrawalReceipt> {
    const receipt = await this.withdrawals.receipt(orderId, withdrawalId);
    if (receipt) return receipt;
    throw new Problem(404, 'not-found', `There is no withdrawal ${withdrawalId} of an order ${orderId}.`);
  }
}
