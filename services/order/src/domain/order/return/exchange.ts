import {
  type ExchangeReturn,
  type HoldRules,
  type OrderCaptured,
  type OrderId,
  type SaleRecorded,
  exchange,
  lineAmount,
} from '@tributary/contracts';
import type { Refusal } from '@tributary/event-store';
import { recordSale } from '../capture.ts';
import type { Captured, Order, OrderEvent } from '../order.ts';
import { owedNow } from '../payment/owed.ts';
import { refundable } from '../payment/refundable.ts';
import { openRequests } from '../payment/requests.ts';
import { capturing } from '../receive-fact.ts';

/** What an exchange does to the order whose goods came back, and what it places instead. */
type Exchanged =
  | { readonly accepted: true; readonly gives: OrderEvent; readonly places: OrderEvent }
  | { readonly accepted: false; readonly refusal: Refusal };

/** The order or sale that goes out instead. */
interface Instead {
  readonly orderId: OrderId;
  /** As its stream tells it: messages about it may wait there, or it is known already. */
  readonly order: Order;
  readonly holdRules: HoldRules;
  /** UTC ISO 8601. */
  readonly time: string;
}

/**
 * Other goods go out for goods that were taken back at a desk. Money counts once, in minor units: what the
 * order owes its customer, and nobody asked to be given back, pays for them as far as it goes and other
 * payments do not. So much the order has then given back, as a refund by which no money moves, and the other
 * was paid, as its payment `exchange`. What is left is owed on, by the one or for the other.
 */
export const exchangeFor = (
  returnId: string,
  asked: ExchangeReturn,
  order: Captured,
  instead: Instead,
): Exchanged => {
  const amount = Math.min(owedToCustomer(order), toBePaid(asked));
  const refusal = refusalOf(returnId, asked, amount, order, instead);
  if (refusal) return { accepted: false, refusal };
  return {
    accepted: true,
    gives: {
      type: 'tributary.order.refunded.v1',
      data: {
        orderId: order.orderId,
        // Named by the version that it is decided at, so that no two are alike.
        refundId: `EX-${order.rev}` as never,
        amount,
        exchangedFor: instead.orderId,
        reason: `Exchange for ${returnId}`,
      },
    },
    places: placing(asked, amount, instead),
  };
};

/** What an order owes its customer beyond what somebody asked to be given back, in minor units. */
export const owedToCustomer = (order: Captured): number => {
  const asked = openRequests(order).reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, Math.min(refundable(order), -owedNow(order)) - asked);
};

/** What goods cost beyond what other payments set aside or took, in minor units. */
const toBePaid = ({ lines, charges = [], payments = [], currency }: ExchangeReturn): number =>
  lines.reduce(
    (sum, { amount, unitPrice, quantity }) => sum + (amount ?? lineAmount(unitPrice, quantity, currency)),
    0,
  ) +
  charges.reduce((sum, { amount }) => sum + amount, 0) -
  payments.reduce((sum, { amount }) => sum + amount, 0);

const refusalOf = (
  returnId: string,
  { currency }: ExchangeReturn,
  amount: number,
  order: Captured,
  instead: Instead,
): Refusal | undefined => {
  if (!order.returnIds.has(returnId))
    return {
      code: 'not-returned',
      reason: `Return ${returnId} did not come back yet: take it back first.`,
    };
  if (instead.order.stage === 'captured')
    return {
      code: 'already-captured',
      reason: `Order ${instead.orderId} is known: give what goes out another number.`,
    };
  if (currency !== order.currency)
    return { code: 'other-currency', reason: `The order is in ${order.currency}, not in ${currency}.` };
  if (amount <= 0)
    return {
      code: 'nothing-to-exchange',
      reason: 'Nothing is owed to the customer, or nothing is left to be paid with it.',
    };
  return undefined;
};

const placing = (asked: ExchangeReturn, amount: number, instead: Instead): OrderEvent => {
  const { location, payments = [], ...rest } = asked;
  const byExchange = { paymentId: exchange, method: exchange, amount, status: 'captured' as const };
  const paid = { ...rest, payments: [...payments, byExchange] };
  const context = { orderId: instead.orderId, time: instead.time };
  if (location !== undefined)
    return {
      type: 'tributary.order.placed.v2',
      data: recordSale({ ...paid, location } as SaleRecorded, context),
    };
  const surroundings = { imported: false, waiting: instead.order, holdRules: instead.holdRules };
  return capturing(paid as OrderCaptured, context, surroundings);
};
