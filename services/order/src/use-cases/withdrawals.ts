import type { Withdraw, WithdrawalReceipt } from '@tributary/contracts';
import type { Cause, EventStore, Executed, Refusal } from '@tributary/event-store';
import { type OrderEvent, streamOf } from '../domain/order/order.ts';
import { type ToldOfOrder, receiptOf, toldAfter } from '../domain/order/withdrawal/receipt.ts';
import { withdraw } from '../domain/order/withdrawal/withdraw.ts';
import type { OrderSettings } from './order-settings.ts';
import { type Orders, factOf } from './orders.ts';

/** Facts of an order that are read before others get their turn. */
const readAtOnce = 500;

/** Withdrawals of consumers, and the receipts of them. */
export class Withdrawals {
  constructor(
    private readonly store: EventStore,
    private readonly orders: Orders,
    private readonly settings: OrderSettings,
  ) {}

  /** A consumer withdraws, by the policy that holds. */
  async withdraw(cause: Cause, orderId: string, asked: Withdraw): Promise<Executed<OrderEvent, Refusal>> {
    const policy = await this.settings.returnPolicy.current();
    return this.orders.decideOn<Refusal>(cause, orderId, (order) =>
      withdraw(asked, order, policy, cause.time),
    );
  }

  /** The receipt of a withdrawal, from the facts of its order; undefined where there is none. */
  async receipt(orderId: string, withdrawalId: string): Promise<WithdrawalReceipt | undefined> {
    let told: ToldOfOrder | undefined;
    for (let from = 1; ; from += readAtOnce) {
      const events = await this.store.readStream(streamOf(orderId), { from, limit: readAtOnce });
      for (const event of events) {
        const fact = factOf(event);
        if (fact.type === 'tributary.order.withdrawn.v1' && fact.data.withdrawalId === withdrawalId && told)
          return receiptOf(fact.data, told, event.time);
        told = toldAfter(fact, told);
      }
      if (events.length < readAtOnce) return undefined;
    }
  }
}
