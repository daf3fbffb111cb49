import { z } from 'zod';
import { lineAmount, minorUnitExponent } from '../money.ts';
import {
  Address,
  Amount,
  Channel,
  Charge,
  Currency,
  Customer,
  Decimal,
  FulfilmentLine,
  LocationId,
  OrderId,
  OrderLine,
  OrderNumber,
  Payment,
  Text,
  Timestamp,
} from './shapes.ts';

const lines = z.array(OrderLine).min(1).max(2_000);

type Line = z.infer<typeof OrderLine>;

interface Goods {
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly charges?: readonly z.infer<typeof Charge>[] | undefined;
  readonly payments?: readonly z.infer<typeof Payment>[] | undefined;
  readonly total?: number | undefined;
}

type Context = z.RefinementCtx<Goods>;

const fault = (context: Context, path: (string | number)[], message: string): void =>
  context.addIssue({ code: 'custom', path, message });

/** Largest amount that is exact to the minor unit with room to add it up. */
const largestAmount = 1e13;

/** Places at which an id stands that stood there before. */
const repeats = (ids: readonly string[]): number[] => {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => (seen.size < seen.add(id).size ? [] : [index]));
};

const checkLine = (line: Line, index: number, currency: string, context: Context): void => {
  const { method, pickupAt, amount, quantity, unitPrice } = line;
  const at = (field: string) => ['lines', index, field];
  if (method === 'pickup' && pickupAt === undefined)
    fault(context, at('pickupAt'), 'A pickup line names the location where it is collected.');
  if (method !== 'pickup' && pickupAt !== undefined)
    fault(context, at('pickupAt'), 'Only a line whose method is pickup is collected somewhere.');
  const exact = Math.abs(Number(unitPrice)) * quantity * 10 ** minorUnitExponent(currency);
  if (amount === undefined && exact > largestAmount)
    fault(context, at('unitPrice'), `Quantity × unit price is more than ${largestAmount} minor units.`);
};

const checkTotal = ({ currency, lines: goods, charges = [], total }: Goods, context: Context): void => {
  // A price that cannot be read has a fault of its own; there is nothing to add up.
  if (total === undefined || goods.some(({ unitPrice }) => !Decimal.safeParse(unitPrice).success)) return;
  const sum =
    goods.reduce((all, one) => all + (one.amount ?? lineAmount(one.unitPrice, one.quantity, currency)), 0) +
    charges.reduce((all, { amount }) => all + amount, 0);
  if (sum !== total)
    fault(context, ['total'], `Lines and charges add up to ${sum} minor units, not to ${total}.`);
};

/** What no single field can tell: parts have names of their own, a pickup says where, and the money adds up. */
const checkGoods = (data: Goods, context: Context): void => {
  const { lines: goods, payments = [], currency } = data;
  for (const index of repeats(goods.map(({ lineId }) => lineId)))
    fault(
      context,
      ['lines', index, 'lineId'],
      `Line ${goods[index]!.lineId} is there twice: each line has an id of its own.`,
    );
  for (const index of repeats(payments.map(({ paymentId }) => paymentId)))
    fault(
      context,
      ['payments', index, 'paymentId'],
      `Payment ${payments[index]!.paymentId} is there twice: each payment has an id of its own.`,
    );
  goods.forEach((line, index) => checkLine(line, index, currency, context));
  checkTotal(data, context);
};

/** An order as its channel captured it. The order's id is `<channel>.<number>`. */
export const OrderCaptured = z
  .strictObject({
    channel: Channel,
    number: OrderNumber,
    currency: Currency,
    customer: Customer.optional(),
    shipTo: Address.optional(),
    lines,
    charges: z.array(Charge).max(200).optional(),
    payments: z.array(Payment).max(50).optional(),
    /** The channel's own total in minor units; when given it must equal lines + charges. */
    total: Amount.optional(),
    /** What to do when stock is short: keep the missing lines waiting, or refuse the whole order. */
    whenShort: z.enum(['backorder', 'reject']).optional(),
    /** `elsewhere`: another system decides from where it is served; nothing is reserved, its facts are taken as told. */
    sourcing: z.enum(['here', 'elsewhere']).optional(),
    /** Only on imported history: the order was complete then. */
    completedAt: Timestamp.optional(),
    note: Text(2_000).optional(),
  })
  .superRefine(checkGoods);
export type OrderCaptured = z.infer<typeof OrderCaptured>;

/** A sale rung up at a till: already paid for and carried out, unless a line says otherwise. */
export const SaleRecorded = z
  .strictObject({
    channel: Channel,
    number: OrderNumber,
    location: LocationId,
    currency: Currency,
    customer: Customer.optional(),
    lines: z
      .array(OrderLine.omit({ method: true, pickupAt: true }))
      .min(1)
      .max(2_000),
    charges: z.array(Charge).max(200).optional(),
    payments: z.array(Payment).max(50).optional(),
    total: Amount.optional(),
  })
  .superRefine(checkGoods);
export type SaleRecorded = z.infer<typeof SaleRecorded>;

/** A change the customer or a CSR asks for after submission. */
export const ChangeRequested = z.strictObject({
  orderId: OrderId,
  change: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('deliver-to'), shipTo: Address })]),
  reason: Text(300).optional(),
});

export const CancelRequested = z.strictObject({
  orderId: OrderId,
  /** Left out, everything not yet handed over or shipped is cancelled. */
  lines: z.array(FulfilmentLine).min(1).max(2_000).optional(),
  reason: Text(300).optional(),
});
