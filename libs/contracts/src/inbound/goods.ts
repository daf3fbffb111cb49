import type { z } from 'zod';
import { minorUnitExponent } from '../currencies.ts';
import { exactAmount, lineAmount } from '../money.ts';
import {
  type Charge,
  Decimal,
  type OrderLine,
  type Payment,
  SoldQuantity,
  addsUpExactly,
  tooMuchToAddUp,
} from './shapes.ts';

/** A line of an order, or of a receipt, on which goods that came back are below zero. */
type Line = Omit<z.infer<typeof OrderLine>, 'lineId'> & { readonly lineId: string };

export interface Goods {
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly charges?: readonly z.infer<typeof Charge>[] | undefined;
  readonly payments?: readonly z.infer<typeof Payment>[] | undefined;
  readonly total?: number | undefined;
}

export type Context<G extends Goods = Goods> = z.RefinementCtx<G>;

/** What a check tells its faults to, whatever it checks. */
type Faulty = Pick<Context, 'addIssue'>;

export const fault = (context: Faulty, path: (string | number)[], message: string): void =>
  context.addIssue({ code: 'custom', path, message });

/** Largest amount that is exact to the minor unit with room to add it up. */
const largestAmount = 1e13;

/** Places at which an id stands that stood there before. */
const repeats = (ids: readonly string[]): number[] => {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => (seen.size < seen.add(id).size ? [] : [index]));
};

/** Lines have ids of their own, and a pickup alone says where. */
export const checkLines = (
  lines: readonly Pick<Line, 'lineId' | 'method' | 'pickupAt'>[],
  context: Faulty,
): void => {
  const faultAt = (index: number, field: string, message: string) =>
    fault(context, ['lines', index, field], message);
  for (const index of repeats(lines.map(({ lineId }) => lineId)))
    faultAt(index, 'lineId', `Line ${lines[index]!.lineId} is there twice: each line has an id of its own.`);
  lines.forEach(({ method, pickupAt }, index) => {
    if (method === 'pickup' && pickupAt === undefined)
      faultAt(index, 'pickupAt', 'A pickup line names the location where it is collected.');
    if (method !== 'pickup' && pickupAt !== undefined)
      faultAt(index, 'pickupAt', 'Only a line whose method is pickup is collected somewhere.');
  });
};

const checkAmount = (line: Line, index: number, currency: string, context: Context): void => {
  const wrong = amountFault(line, currency);
  if (wrong) fault(context, ['lines', index, wrong.field], wrong.message);
};

/** The size of a line in minor units, to within the precision of a double. */
const about = ({ amount, unitPrice, quantity }: Line, currency: string): number =>
  Math.abs(amount ?? Number(unitPrice) * quantity * 10 ** minorUnitExponent(currency));

/** An amount and a unit price that say different things are told apart from a line sold at another price by the word for it. */
const amountFault = (line: Line, currency: string): { field: keyof Line; message: string } | undefined => {
  const { amount, amountOverride, quantity, unitPrice } = line;
  if (amount === undefined && amountOverride)
    return { field: 'amountOverride', message: 'Give the amount that was agreed, in minor units.' };
  // A price or quantity that cannot be read has a fault of its own.
  if (!Decimal.safeParse(unitPrice).success || !SoldQuantity.safeParse(quantity).success || amountOverride)
    return undefined;
  if (amount === undefined)
    return about(line, currency) > largestAmount
      ? { field: 'unitPrice', message: `Quantity × unit price is more than ${largestAmount} minor units.` }
      : undefined;
  const exact = exactAmount(unitPrice, quantity, currency);
  if (exact.minus(amount).abs().lt(1)) return undefined;
  return {
    field: 'amount',
    message: `Quantity × unit price is ${exact.toFixed()} minor units, not ${amount}: correct it, or add amountOverride: true where the line was sold at another price.`,
  };
};

const checkTotal = (
  { currency, lines: goods, charges = [], payments = [], total }: Goods,
  context: Context,
): void => {
  // A price that cannot be read has a fault of its own; there is nothing to add up.
  if (goods.some(({ unitPrice }) => !Decimal.safeParse(unitPrice).success)) return;
  const beside = [...charges, ...payments].map(({ amount }) => amount);
  // Exact arithmetic costs more than all other checks: it is for what needs it.
  const isSmall = addsUpExactly([...goods.map((one) => 2 * about(one, currency)), ...beside]);
  if (isSmall && total === undefined) return;
  const amounts = goods.map((one) => one.amount ?? lineAmount(one.unitPrice, one.quantity, currency));
  if (!addsUpExactly([...amounts, ...beside])) {
    fault(context, ['lines'], tooMuchToAddUp);
    return;
  }
  const sum = [...amounts, ...charges.map(({ amount }) => amount)].reduce((all, one) => all + one, 0);
  if (total !== undefined && sum !== total)
    fault(context, ['total'], `Lines and charges add up to ${sum} minor units, not to ${total}.`);
};

/** What no single field can tell: parts have names of their own, a pickup says where, and the money adds up. */
export const checkGoods = (data: Goods, context: Context): void => {
  const { lines: goods, payments = [], currency } = data;
  checkLines(goods, context);
  for (const index of repeats(payments.map(({ paymentId }) => paymentId)))
    fault(
      context,
      ['payments', index, 'paymentId'],
      `Payment ${payments[index]!.paymentId} is there twice: each payment has an id of its own.`,
    );
  goods.forEach((line, index) => checkAmount(line, index, currency, context));
  checkTotal(data, context);
};
