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

interface Goods {
  readonly currency: string;
  readonly lines: readonly z.infer<typeof OrderLine>[];
  readonly charges?: readonly z.infer<typeof Charge>[] | undefined;
  readonly total?: number | undefined;
}

type Context = z.RefinementCtx<Goods>;

const fault = (context: Context, path: (string | number)[], message: string): void =>
  context.addIssue({ code: 'custom', path, message });

/** Largest amount that is exact to the minor unit with room to add it up. */
const largestAmount = 1e13;

/** What no single field can tell: lines have names of their own, a pickup says where, and the money adds up. */
const checkGoods = ({ currency, lines: goods, charges = [], total }: Goods, context: Context): void => {
  const seen = new Set<string>();
  goods.forEach(({ lineId, method, pickupAt, amount, quantity, unitPrice }, index) => {
    if (seen.has(lineId))
      fault(
        context,
        ['lines', index, 'lineId'],
        `Line ${lineId} is there twice: each line has an id of its own.`,
      );
    seen.add(lineId);
    if (method === 'pickup' && pickupAt === undefined)
      fault(context, ['lines', index, 'pickupAt'], 'A pickup line names the location where it is collected.');
    if (method !== 'pickup' && pickupAt !== undefined)
      fault(
        context,
        ['lines', index, 'pickupAt'],
        'Only a line whose method is pickup is collected somewhere.',
      );
    if (
      amount === undefined &&
      Math.abs(Number(unitPrice)) * quantity * 10 ** minorUnitExponent(currency) > largestAmount
    ) {
      fault(
        context,
        ['lines', index, 'unitPrice'],
        `Quantity × unit price is more than ${largestAmount} minor units.`,
      );
    }
  });
  // A price that cannot be read has a fault of its own; there is nothing to add up.
  if (total === undefined || goods.some(({ unitPrice }) => !Decimal.safeParse(unitPrice).success)) return;
  const sum =
    goods.reduce((all, one) => all + (one.amount ?? lineAmount(one.unitPrice, one.quantity, currency)), 0) +
    charges.reduce((all, { amount }) => all + amount, 0);
  if (sum !== total)
    fault(context, ['total'], `Lines and charges add up to ${sum} minor units, not to ${total}.`);
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
