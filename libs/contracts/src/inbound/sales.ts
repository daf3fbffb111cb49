import { z } from 'zod';
import { lineAmount } from '../money.ts';
import { type Context, checkGoods, fault } from './goods.ts';
import { Serials, checkSerials } from './serials.ts';
import {
  Amount,
  Channel,
  Charge,
  Currency,
  Customer,
  Decimal,
  Disposition,
  LocationId,
  OrderId,
  OrderLine,
  OrderNumber,
  PartId,
  SoldQuantity,
  TillPayment,
} from './shapes.ts';

const ReceiptLine = OrderLine.omit({
  method: true,
  pickupAt: true,
  promisedBy: true,
  attributes: true,
})
  .extend({
    quantity: SoldQuantity,
    amount: Amount.optional().describe(
      'Minor units: quantity × unit price, however it is rounded, so below zero for what came back. Left out, it is computed, rounded half-even.',
    ),
    returnOf: z
      .strictObject({
        orderId: OrderId.describe('The earlier order or receipt that the goods were of.'),
        lineId: PartId.optional().describe('Its line; left out, it is found by its SKU.'),
      })
      .optional()
      .describe('Of goods that came back, what they are of, where that is known; else it is a blind return.'),
    disposition: Disposition.optional(),
    serials: Serials.optional(),
  })
  .superRefine(checkSerials);

const receipt = z.strictObject({
  channel: Channel,
  number: OrderNumber.describe('Number of the receipt; unique within the channel.'),
  location: LocationId.describe('The store whose till it was.'),
  currency: Currency,
  customer: Customer.optional().describe('Who bought, where that is known.'),
  lines: z
    .array(ReceiptLine)
    .min(1)
    .max(2_000)
    .describe('What was sold, and with a quantity below zero what came back.'),
  charges: z.array(Charge).max(200).optional().describe('Charges and discounts of the whole receipt.'),
  payments: z
    .array(TillPayment)
    .max(50)
    .optional()
    .describe('How it is paid, as far as that is known. What was paid out is below zero.'),
  total: Amount.optional().describe(
    'Minor units: the total as the till knows it, below zero where it gave more than it took; when given it must equal lines + charges.',
  ),
});
type Receipt = z.infer<typeof receipt>;

/**
 * A receipt of a till, already paid for and carried out. Lines below zero are goods that came back: a
 * receipt of them alone is a return, one with both an exchange. See `splitReceipt` of the order service
 * for what becomes of which.
 */
export const SaleRecorded = receipt.superRefine((data, context) => {
  checkGoods(data, context);
  data.lines.forEach((line, index) => checkBroughtBack(line, index, data.currency, context));
  const isExchange = data.lines.some(cameBack);
  data.payments?.forEach((payment, index) => checkPayment(payment, index, isExchange, context));
  checkPaidOut(data, context);
});
export type SaleRecorded = z.infer<typeof SaleRecorded>;

/** Id and method of the payment of a sale that is what came back on its receipt: see `splitReceipt`. */
export const exchange = 'exchange';

const checkBroughtBack = (
  line: Receipt['lines'][number],
  index: number,
  currency: string,
  context: Context<Receipt>,
): void => {
  const at = (field: string) => ['lines', index, field];
  for (const field of ['returnOf', 'disposition'] as const)
    if (line.quantity > 0 && line[field] !== undefined)
      fault(context, at(field), 'Only goods that came back have it: their quantity is below zero.');
  if (line.quantity < 0 && amountOf(line, currency) > 0)
    fault(
      context,
      at(line.amount === undefined ? 'unitPrice' : 'amount'),
      'Nothing is charged for goods that came back: the amount is zero or below. A discount taken back is a charge.',
    );
};

const checkPayment = (
  { paymentId, amount, status }: z.infer<typeof TillPayment>,
  index: number,
  isExchange: boolean,
  context: Context<Receipt>,
): void => {
  const at = (field: string) => ['payments', index, field];
  if (isExchange && paymentId === exchange)
    fault(context, at('paymentId'), `\`${exchange}\` names what is paid with goods that came back.`);
  if (amount < 0 && status !== 'captured')
    fault(context, at('status'), 'What was paid out at the till is captured.');
};

/** Whatever a till gave was paid before, or for what came back. */
const checkPaidOut = (data: Receipt, context: Context<Receipt>): void => {
  const { lines, charges = [], payments = [], currency } = data;
  if (payments.every(({ amount }) => amount >= 0)) return;
  const goods = lines.filter(cameBack).reduce((sum, line) => sum - amountOf(line, currency), 0);
  // Of a receipt that sells nothing, what is given back of earlier charges is given back, too.
  const beside = lines.every(cameBack)
    ? charges.reduce((sum, { amount }) => sum - Math.min(0, amount), 0)
    : 0;
  const taken = payments.reduce((sum, { amount, status }) => sum + (status === 'captured' ? amount : 0), 0);
  if (taken + goods + beside < 0)
    fault(
      context,
      ['payments'],
      `${-taken} minor units were paid out, and ${goods + beside} came back: correct it, or tell the rest as a refund.`,
    );
};

const cameBack = ({ quantity }: Receipt['lines'][number]): boolean => quantity < 0;

/** Zero where the price cannot be read: it has a fault of its own. */
const amountOf = ({ amount, unitPrice, quantity }: Receipt['lines'][number], currency: string): number =>
  amount ?? (Decimal.safeParse(unitPrice).success ? lineAmount(unitPrice, quantity, currency) : 0);
