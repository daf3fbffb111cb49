import {
  type OrderId,
  type ReturnReceived,
  type SaleRecorded,
  type TillPayment,
  exchange,
  lineAmount,
} from '@tributary/contracts';
import type { CaptureContext } from '../capture.ts';
import type { OrderEvent } from '../order-event.ts';
import { refundOf } from '../return/refund.ts';

type GoodsTakenBack = Extract<OrderEvent, { type: 'tributary.order.goods-taken-back.v1' }>['data'];

/** What a till's receipt tells of: at least one of the two. */
export interface Receipt {
  /** Its lines above zero, with what pays for them. Left out, no order is placed. */
  readonly sale?: SaleRecorded;
  /** Its lines below zero, as a return in the words of any other. */
  readonly broughtBack?: ReturnReceived;
  /** The same as a fact of the receipt. */
  readonly takenBack?: GoodsTakenBack;
}

/**
 * What a receipt sells is a sale, what came back on it a return that is named by the receipt: each line
 * to the order it names, else a blind one. Money counts once, in minor units:
 *
 * - The return gives what its lines are worth. What was paid out at the till (payments below zero) is
 *   that, as far as it goes; the rest of it pays for the sale, as its payment `exchange`.
 * - The sale is paid by what came in, by the exchange, and less what was paid out beyond the goods that
 *   came back: change.
 * - So a receipt that was paid in full leaves its sale paid in full. −50.00 and +80.00 with 30.00 paid:
 *   exchange 50.00. −50.00 and +30.00 with 20.00 paid out: exchange 30.00. Where less was told than
 *   that, the sale shows what is still to be paid, or to be given back.
 * - Charges are the sale's. On a receipt of goods that came back alone they are the return's, and
 *   all its payments say how it was given.
 */
export const splitReceipt = (data: SaleRecorded, context: CaptureContext): Receipt => {
  const back = data.lines.filter(({ quantity }) => quantity < 0);
  if (back.length === 0) return { sale: data };
  const sold = data.lines.filter(({ quantity }) => quantity > 0);
  const broughtBack = returnOf(data, back, sold.length === 0, context.orderId);
  const refund = refundOf(broughtBack);
  if (sold.length === 0) {
    const money = { refund, givenBy: givenBy(data.payments ?? []) };
    return { broughtBack, takenBack: takenBackOf(data, back, context, money) };
  }
  const { payments, paidOut } = paying(data.payments ?? [], refund);
  const exchanged = paidOut.reduce((left, { amount }) => left + amount, refund);
  const byExchange = exchanged > 0 ? [{ method: exchange, amount: exchanged }] : [];
  return {
    sale: {
      ...data,
      lines: sold,
      payments: [
        ...payments,
        ...byExchange.map((one) => ({ paymentId: exchange, ...one, status: 'captured' as const })),
      ],
    },
    broughtBack,
    takenBack: takenBackOf(data, back, context, {
      refund,
      givenBy: [...byExchange, ...givenBy(paidOut)],
    }),
  };
};

/** The orders that a receipt names: earlier ones, so it is none of them. */
export const namesAsEarlier = ({ lines }: SaleRecorded, orderId: string): boolean =>
  lines.some(({ returnOf }) => returnOf?.orderId === orderId);

type Line = SaleRecorded['lines'][number];

/** What was given for a line that came back, in minor units. */
const worthOf = ({ amount, unitPrice, quantity }: Line, currency: string): number =>
  0 - (amount ?? lineAmount(unitPrice, quantity, currency));

const returnOf = (
  { location, currency, customer, charges = [] }: SaleRecorded,
  back: readonly Line[],
  isAlone: boolean,
  returnId: OrderId,
): ReturnReceived => {
  // Charges are of the return's own order: there is one where every line names its own.
  const own = back.every((line) => line.returnOf) ? back[0]!.returnOf!.orderId : undefined;
  return {
    returnId,
    ...(own && { orderId: own }),
    location,
    currency,
    ...(customer && { customer }),
    lines: back.map((line) => ({
      ...(line.returnOf && { orderId: line.returnOf.orderId }),
      ...(line.returnOf?.lineId && { lineId: line.returnOf.lineId }),
      sku: line.sku,
      ...(line.name && { name: line.name }),
      quantity: -line.quantity,
      unitPrice: line.unitPrice,
      refund: worthOf(line, currency),
      ...(line.disposition && { disposition: line.disposition }),
      ...(line.serials && { serials: line.serials }),
    })),
    ...(isAlone && charges.length > 0 && { charges }),
  };
};

const takenBackOf = (
  { location, currency }: SaleRecorded,
  back: readonly Line[],
  { orderId, businessDate }: CaptureContext,
  money: Pick<GoodsTakenBack, 'refund' | 'givenBy'>,
): GoodsTakenBack => ({
  orderId,
  location,
  ...(businessDate && { businessDate }),
  currency,
  lines: back.map((line) => ({
    lineId: line.lineId,
    ...(line.returnOf && { returnOf: line.returnOf }),
    sku: line.sku,
    quantity: -line.quantity,
    disposition: line.disposition ?? 'restock',
    refund: worthOf(line, currency),
    ...(line.serials && { serials: line.serials }),
  })),
  ...money,
});

const givenBy = (payments: readonly TillPayment[]): GoodsTakenBack['givenBy'] =>
  payments
    .filter(({ status }) => status === 'captured')
    .map(({ method, amount }) => ({ method, amount: 0 - amount }));

/**
 * Payments of a sale, and those below zero that are paid out for goods that came back, up to what they
 * are worth: one may be partly that and partly change.
 */
const paying = (
  told: readonly TillPayment[],
  worth: number,
): { readonly payments: TillPayment[]; readonly paidOut: TillPayment[] } => {
  const [payments, paidOut]: [TillPayment[], TillPayment[]] = [[], []];
  let left = worth;
  for (const payment of told) {
    const forGoods = Math.min(left, Math.max(0, -payment.amount));
    left -= forGoods;
    if (forGoods > 0) paidOut.push({ ...payment, amount: -forGoods });
    const rest = payment.amount + forGoods;
    if (rest !== 0 || forGoods === 0) payments.push({ ...payment, amount: rest });
  }
  return { payments, paidOut };
};
