import type { Order, OrderLine } from '../api/order.ts';
import type { AskedToWithdraw } from '../api/withdrawals.ts';
import { openUnits } from '../order/openUnits.ts';
import { canBeAuthorised } from '../returns-desk/backUnits.ts';

/** Units of a line that the customer may withdraw from: what they wait for, and what they have and need not send back yet. */
export const canBeWithdrawn = (order: Order, line: OrderLine): number =>
  openUnits(line.quantities) + canBeAuthorised(order, line);

/** Whether there is anything to withdraw from; what was bought at a till has no such right. */
export const isWithdrawable = (order: Order): boolean =>
  order.kind !== 'sale' && order.lines.some((line) => canBeWithdrawn(order, line) > 0);

/** What was entered of what a customer declared. It holds entries only, never a copy of the order. */
export interface Declaration {
  /** Units by line; all of a line that is not there. */
  readonly units: Readonly<Record<string, number>>;
  readonly name: string;
  readonly contact: string;
  readonly statement: string;
  /** As a field of date and time gives it, of the clock of whoever enters it. */
  readonly at: string;
}

export const emptyDeclaration: Declaration = { units: {}, name: '', contact: '', statement: '', at: '' };

export const unitsOf = ({ units }: Declaration, order: Order, line: OrderLine): number =>
  units[line.lineId] ?? canBeWithdrawn(order, line);

/** What is sent for what was entered; undefined while it is about nothing. */
export const withdrawing = (declaration: Declaration, order: Order): AskedToWithdraw | undefined => {
  const lines = order.lines
    .map((line) => ({ lineId: line.lineId, quantity: unitsOf(declaration, order, line) }))
    .filter(({ quantity }) => quantity > 0);
  if (lines.length === 0) return undefined;
  const { at } = declaration;
  const told = Object.entries({
    name: declaration.name.trim(),
    contact: declaration.contact.trim(),
    statement: declaration.statement.trim(),
  }).filter(([, text]) => text !== '');
  return { lines, ...Object.fromEntries(told), ...(at !== '' && { at: new Date(at).toISOString() }) };
};
