import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ReceiveBlindReturn, UnmatchedReturn, returnCommandExamples } from '@tributary/contracts';
import { Endpoint, type KeySubmitter, SubmittedBy, Valid } from '@tributary/http';
import { streamOf } from '../../domain/order/return/unmatched-return.ts';
import { CommandHistory } from '../../use-cases/command-history.ts';
import { OrderDesk } from '../../use-cases/order-desk.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { OrderCommands } from './order-commands.ts';

/** Goods that somebody brings back and nobody knows the order of. */
@Controller('v1/returns')
export class BlindReturnController {
  constructor(
    @Inject(OrderDesk) private readonly desk: OrderDesk,
    @Inject(CommandHistory) private readonly history: CommandHistory,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
  ) {}

  @Post()
  @HttpCode(201)
  @Endpoint({
    tag: 'returns',
    operation: 'receiveBlindReturn',
    summary:
      'Take goods back over a counter without their order: stock moves, and the return is kept as one that belongs to no order',
    allow: ['integrator', 'csr', 'associate'],
    answer: UnmatchedReturn,
    status: 201,
    body: ReceiveBlindReturn,
    bodyExamples: returnCommandExamples.receivingBlind,
    headers: idempotencyHeader,
    problems: { 409: '`already-returned`, `unknown-reason`', 422: '`idempotency-key-reused`' },
  })
  async receive(
    @Body(new Valid(ReceiveBlindReturn)) asked: ReceiveBlindReturn,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandCause(by, key, ['receive-blind-return', asked]);
    // A repeat under its key is the same cause, so that it finds the return it was given a name for.
    const { returnId = `BR-${cause.id.slice(-12)}` } = asked;
    const done = await this.desk.receiveBlindReturn(cause, returnId, asked);
    await this.commands.mustBeNewOrRepeat(cause, streamOf(returnId), done, { returnId });
    const { data, time } = await this.history.unmatchedReturnOf(cause, returnId);
    return { ...data, at: time };
  }
}
