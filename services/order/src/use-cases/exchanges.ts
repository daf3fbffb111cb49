import { type ExchangeReturn, type OrderId, orderIdOf } from '@tributary/contracts';
import type { Cause, Executed, Refusal } from '@tributary/event-store';
import type { OrderEvent } from '../domain/order/order.ts';
import { exchangeFor } from '../domain/order/return/exchange.ts';
import type { OrderSettings } from './order-settings.ts';
import type { Orders } from './orders.ts';

/** The order or sale that an exchange places. */
export const placedBy = ({ channel, number }: ExchangeReturn): OrderId => orderIdOf(channel, number);

/** Exchanges at a desk. */
export class Exchanges {
  constructor(
    private readonly orders: Orders,
    private readonly settings: Pick<OrderSettings, 'holdRules'>,
  ) {}

  /**
   * Places what goes out instead of goods that came back, and has the order of these give as much back: both
   * at once or nothing.
   */
  async exchange(
    cause: Cause,
    orderId: string,
    returnId: string,
    asked: ExchangeReturn,
  ): Promise<Executed<OrderEvent, Refusal>> {
    const holdRules = await this.settings.holdRules.current();
    const instead = placedBy(asked);
    return this.orders.decideOnBoth(cause, [orderId, instead], (order, other) => {
      const context = { orderId: instead, order: other, holdRules, time: cause.time };
      const exchanged = exchangeFor(returnId, asked, order, context);
      return exchanged.accepted
        ? { accepted: true, events: [[exchanged.gives], [exchanged.places]] }
        : { accepted: false, refusal: exchanged.refusal };
    });
  }
}
