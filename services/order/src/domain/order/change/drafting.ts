import { type DeclaredAttributes, type OrderChange, lineAmount } from '@tributary/contracts';
import { misfitsOf } from '../attributes/declared.ts';
import type { Captured } from '../order.ts';
import type { WithoutEffect } from '../reading.ts';
import { type Draft, type DraftLine, joining, openOf, utc, wantedOf } from './draft.ts';

/** A draft with one change more, or why that cannot be made. */
export type Drafted = Draft | WithoutEffect;

export const isBlocked = (drafted: Drafted): drafted is WithoutEffect => 'code' in drafted;

type Change<K extends OrderChange['kind']> = Extract<OrderChange, { kind: K }>;

/** The draft after one change more. */
export const drafted = (
  draft: Draft,
  change: OrderChange,
  order: Captured,
  declared: DeclaredAttributes,
): Drafted => {
  switch (change.kind) {
    case 'add-line':
      return withLine(draft, change, order, declared);
    case 'set-quantity':
      return onLine(draft, change.lineId, (line) => withQuantity(line, change.quantity, order));
    case 'set-price':
      return withPrice(draft, change, order);
    case 'set-method':
      return onLine(draft, change.lineId, (line) => withMethod(line, change));
    case 'set-promise':
      return withPromise(draft, change);
    case 'set-attributes':
      return withAttributes(draft, change, declared);
    case 'deliver-to':
      return order.lines.some(({ fulfilled }) => fulfilled > 0)
        ? blocked('already-on-its-way', 'Part of the order has left; the address can no longer be changed.')
        : { ...draft, shipTo: change.shipTo };
    case 'contact':
      return { ...draft, customer: change.customer };
    case 'add-charge':
      return { ...draft, charges: [...draft.charges, change.charge] };
    case 'note':
      return { ...draft, note: change.note };
    default:
      return change satisfies never;
  }
};

const blocked = (code: string, reason: string): WithoutEffect => ({ code, reason });

const onLine = (
  draft: Draft,
  lineId: string,
  change: (line: DraftLine) => DraftLine | WithoutEffect,
): Drafted => {
  const line = draft.lines.find((one) => one.lineId === lineId);
  if (!line) return blocked('unknown-line', `The order has no line ${lineId}.`);
  const now = change(line);
  if ('code' in now) return now;
  const lines = draft.lines.map((one) => (one === line ? now : one));
  return { ...draft, lines: lines.filter(({ before, ordered }) => before ?? ordered > 0) };
};

const withLine = (
  draft: Draft,
  { line }: Change<'add-line'>,
  { currency }: Captured,
  declared: DeclaredAttributes,
): Drafted => {
  const { lineId, quantity, unitPrice, method = 'ship', attributes = {} } = line;
  const misfits = misfitsOf(attributes, 'line', declared);
  if (misfits.length > 0) return blocked('attribute-unfit', misfits.join(' '));
  if (draft.lines.some((one) => one.lineId === lineId))
    return blocked('line-known', `The order has a line ${lineId}: give this one another id.`);
  const amount = lineAmount(unitPrice, quantity, currency);
  if (amount > largestAmount) return tooMuch;
  return { ...draft, lines: [...draft.lines, joining({ ...line, method, amount })] };
};

/** Largest amount that is exact to the minor unit with room to add it up. */
const largestAmount = 1e13;
const tooMuch = blocked('too-much', `Quantity × unit price is more than ${largestAmount} minor units.`);

const withQuantity = (
  line: DraftLine,
  quantity: number,
  { currency }: Captured,
): DraftLine | WithoutEffect => {
  const more = quantity - wantedOf(line);
  return more > 0 ? raised(line, more, currency) : lowered(line, -more, currency);
};

/** More units at the price of the line: where that was agreed for its units, more of them are another line. */
const raised = (line: DraftLine, more: number, currency: string): DraftLine | WithoutEffect => {
  const { lineId, unitPrice, ordered, givenUp } = line;
  if (line.amount !== lineAmount(unitPrice, ordered, currency))
    return blocked(
      'price-agreed',
      `The amount of line ${lineId} was agreed for its units: add a line for more of it.`,
    );
  // What was given up by the same draft comes back first.
  const back = Math.min(givenUp, more);
  const units = ordered + more - back;
  const amount = lineAmount(unitPrice, units, currency);
  return amount > largestAmount ? tooMuch : { ...line, ordered: units, givenUp: givenUp - back, amount };
};

/** Units that joined by the same draft go first. */
const lowered = (line: DraftLine, fewer: number, currency: string): DraftLine | WithoutEffect => {
  const { lineId, picked, unitPrice } = line;
  const joined = Math.min(fewer, line.ordered - (line.before?.ordered ?? 0));
  const less = fewer - joined;
  const ordered = line.ordered - joined;
  const open = openOf(line) - joined;
  if (less > open)
    return blocked('already-gone', `Of line ${lineId} ${open} can be taken out; the others have left.`);
  if (less > open - picked)
    return blocked(
      'picked',
      `Of line ${lineId} ${open - picked} can be taken out; the others are picked: ask the location.`,
    );
  const amount = joined > 0 ? lineAmount(unitPrice, ordered, currency) : line.amount;
  return { ...line, ordered, amount, givenUp: line.givenUp + less };
};

const withPrice = (
  draft: Draft,
  { lineId, unitPrice, reason }: Change<'set-price'>,
  { currency }: Captured,
): Drafted => {
  const before = draft.lines.find((one) => one.lineId === lineId);
  const priced = onLine(draft, lineId, (line) => {
    const amount = lineAmount(unitPrice, line.ordered, currency);
    return amount > largestAmount ? tooMuch : { ...line, unitPrice, amount };
  });
  return isBlocked(priced)
    ? priced
    : { ...priced, prices: [...priced.prices, { lineId, from: before!.unitPrice, reason }] };
};

const withMethod = (
  line: DraftLine,
  { method, pickupAt }: Change<'set-method'>,
): DraftLine | WithoutEffect => {
  if (line.method === method && line.pickupAt === pickupAt) return line;
  if (openOf(line) === 0) return blocked('already-gone', `Nothing of line ${line.lineId} is open any more.`);
  if (line.picked > 0)
    return blocked('picked', `Some of line ${line.lineId} is picked already: ask the location.`);
  const { pickupAt: _, ...rest } = line;
  return { ...rest, method, ...(pickupAt && { pickupAt }), goesAnew: true };
};

const withPromise = (draft: Draft, { lineId, promisedBy }: Change<'set-promise'>): Drafted => {
  const named = draft.lines.filter((line) => lineId === undefined || line.lineId === lineId);
  if (lineId !== undefined && named.length === 0)
    return blocked('unknown-line', `The order has no line ${lineId}.`);
  const open = named.filter((line) => openOf(line) > 0);
  if (open.length === 0)
    return blocked('already-gone', `Nothing of ${lineId ? `line ${lineId}` : 'the order'} is open any more.`);
  const promises = new Map(draft.promises);
  for (const line of open) promises.set(line.lineId, utc(promisedBy));
  return { ...draft, promises };
};

const withAttributes = (
  draft: Draft,
  { lineId, attributes }: Change<'set-attributes'>,
  declared: DeclaredAttributes,
): Drafted => {
  if (lineId !== undefined && !draft.lines.some((line) => line.lineId === lineId))
    return blocked('unknown-line', `The order has no line ${lineId}.`);
  const misfits = misfitsOf(attributes, lineId === undefined ? 'order' : 'line', declared);
  if (misfits.length > 0) return blocked('attribute-unfit', misfits.join(' '));
  const values = { ...(lineId !== undefined && { lineId }), values: attributes };
  return { ...draft, attributes: [...draft.attributes, values] };
};
