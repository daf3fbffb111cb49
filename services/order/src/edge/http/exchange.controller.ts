import { Body, Controller, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ExchangeAnswer, ExchangeReturn, OrderId, PartId, returnCommandExamples } from '@tributary/contracts';
import type { Admission } from '@tributary/event-bus';
import type { Cause } from '@tributary/event-store';
import { Endpoint, type KeySubmitter, SubmittedBy, Valid } from '@tributary/http';
import { uncoveredNow } from '../../domain/order/payment/owed.ts';
import { owedToCustomer } from '../../domain/order/return/exchange.ts';
import { CommandHistory } from '../../use-cases/command-history.ts';
import { Exchanges, placedBy } from '../../use-cases/exchanges.ts';
import { Orders } from '../../use-cases/orders.ts';
import { admissionToken } from '../tokens.ts';
import { commandCause, idempotencyHeader } from './idempotency.ts';
import { OrderCommands } from './order-commands.ts';

/** Other goods for goods that came back. */
@Controller('v1/orders')
export class ExchangeController {
  constructor(
    @Inject(Orders) private readonly orders: Orders,
    @Inject(Exchanges) private readonly exchanges: Exchanges,
    @Inject(CommandHistory) private readonly history: CommandHistory,
    @Inject(OrderCommands) private readonly commands: OrderCommands,
    @Inject(admissionToken) private readonly admission: Admission,
  ) {}

  @Post(':orderId/returns/:returnId/exchange')
  @HttpCode(201)
  @Endpoint({
    tag: 'returns',
    operation: 'exchangeReturn',
    summary:
      'Have other goods go out for goods that were taken back, carried out or ordered: what is owed for those pays for these',
    allow: ['integrator', 'csr', 'associate'],
    answer: ExchangeAnswer,
    status: 201,
    body: ExchangeReturn,
    bodyExamples: returnCommandExamples.exchanging,
    params: { orderId: 'Order id', returnId: 'Return id' },
    headers: idempotencyHeader,
    problems: {
      404: '`not-found`',
      409: '`not-returned`, `already-captured`, `other-currency`, `nothing-to-exchange`',
      422: '`idempotency-key-reused`',
      429: '`overloaded`: more came in than is done yet',
    },
  })
  async exchange(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Param('returnId', new Valid(PartId)) returnId: string,
    @Body(new Valid(ExchangeReturn)) asked: ExchangeReturn,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    this.admission.now();
    const cause = commandCause(by, key, ['exchange-return', orderId, returnId, asked]);
    await this.commands.about(cause, orderId, () => this.exchanges.exchange(cause, orderId, returnId, asked));
    return this.answer(cause, orderId, returnId, placedBy(asked));
  }

  /** As the command left both, also where it is told again. */
  private async answer(cause: Cause, orderId: string, returnId: string, exchangedFor: OrderId) {
    const left = async (id: string) => this.history.leftBy(cause, (await this.orders.recorded(id))!);
    const [order, instead] = [await left(orderId), await left(exchangedFor)];
    const { refundId, amount } = await this.history.refundFactOf(cause, orderId);
    const [toPay, toGiveBack] = [uncoveredNow(instead), owedToCustomer(order)];
    return { orderId, returnId, refundId, exchangedFor, amount, toPay, toGiveBack };
  }
}
