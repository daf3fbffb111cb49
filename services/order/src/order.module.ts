import { type Admission, unbounded } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { EventStore } from '@tributary/event-store';
import { ApprovalController } from './edge/http/approval.controller.ts';
import { BlindReturnController } from './edge/http/blind-return.controller.ts';
import { BulkController } from './edge/http/bulk.controller.ts';
import { ChangeController } from './edge/http/change.controller.ts';
import { AttributesController } from './edge/http/attributes.controller.ts';
import { ExchangeController } from './edge/http/exchange.controller.ts';
import { HoldController, HoldRulesController } from './edge/http/hold.controller.ts';
import { MoneyController } from './edge/http/money.controller.ts';
import { OrderCommands } from './edge/http/order-commands.ts';
import { ReturnController } from './edge/http/return.controller.ts';
import { SegmentsController } from './edge/http/segments.controller.ts';
import { TimelinePolicyController } from './edge/http/timeline-policy.controller.ts';
import { WithdrawalController } from './edge/http/withdrawal.controller.ts';
import { OrderController } from './edge/http/order.controller.ts';
import { OrderViewsController } from './edge/http/order-views.controller.ts';
import { admissionToken } from './edge/tokens.ts';
import { AllocationConsumer } from './edge/log/allocation.consumer.ts';
import { ReportedFactsConsumer } from './edge/log/reported-facts.consumer.ts';
import { orderTransport } from './edge/transport.ts';
import { CommandHistory } from './use-cases/command-history.ts';
import { Exchanges } from './use-cases/exchanges.ts';
import { MoneyExplained } from './use-cases/money-explained.ts';
import { OrderDesk } from './use-cases/order-desk.ts';
import { OrderSettings } from './use-cases/order-settings.ts';
import { OrderViews } from './use-cases/order-views.ts';
import { Orders } from './use-cases/orders.ts';
import { Withdrawals } from './use-cases/withdrawals.ts';

class OrderModule {}

export interface OrderDependencies {
  readonly events: EventStore;
  /** Everything is let in when left out. */
  readonly admission?: Admission;
}

/** Orders, fulfilments, returns. */
export const orderService = ({ events, admission = unbounded }: OrderDependencies): ServiceParts => {
  const settings = new OrderSettings(events);
  const orders = new Orders(events, settings);
  return {
    name: 'order',
    transport: orderTransport,
    projectors: [],
    beside: [(signal) => orders.follow(signal)],
    closing: () => orders.answers.close(),
    module: {
      module: OrderModule,
      controllers: [
        OrderController,
        BulkController,
        ChangeController,
        ApprovalController,
        HoldController,
        HoldRulesController,
        AttributesController,
        SegmentsController,
        TimelinePolicyController,
        OrderViewsController,
        ReturnController,
        WithdrawalController,
        BlindReturnController,
        ExchangeController,
        MoneyController,
        ReportedFactsConsumer,
        AllocationConsumer,
      ],
      providers: [
        { provide: Orders, useValue: orders },
        { provide: OrderDesk, useValue: new OrderDesk(orders, settings) },
        { provide: Exchanges, useValue: new Exchanges(orders, settings) },
        { provide: OrderSettings, useValue: settings },
        { provide: OrderViews, useValue: new OrderViews(events) },
        { provide: Withdrawals, useValue: new Withdrawals(events, orders, settings) },
        { provide: CommandHistory, useValue: new CommandHistory(events) },
        { provide: MoneyExplained, useValue: new MoneyExplained(events) },
        OrderCommands,
        { provide: admissionToken, useValue: admission },
      ],
    },
  };
};
