import type { OrderChange } from '../../api/change.ts';
import type { Order, OrderLine } from '../../api/order.ts';
import { minorUnitExponent, plainDecimal, toMinor } from '../../figures/money.ts';
import {
  type AddedLine,
  type ChargeEntry,
  type Draft,
  type EnteredAttributes,
  type LineEntry,
  type Way,
  addressParts,
  contactParts,
  partNow,
  wantedNow,
  wayNow,
} from './draft.ts';
import { t } from '../../words/words.ts';

/** The entry that something is about: a line, a line that joins, or one of the others. */
export type Place =
  `line ${string}` | `added ${number}` | 'address' | 'contact' | 'charge' | 'note' | 'promise' | 'attributes';

export const placeOfLine = (lineId: string): Place => `line ${lineId}`;
export const placeOfAdded = (key: number): Place => `added ${key}`;

/** A change that follows from an entry, or what the entry lacks to be one. */
export type Entered =
  { readonly at: Place; readonly change: OrderChange } | { readonly at: Place; readonly lacks: string };

/** Changes in the order in which they are sent, each with the entry it follows from; and what entries lack. */
export interface Changes {
  readonly sent: readonly { readonly at: Place; readonly change: OrderChange }[];
  readonly lacking: readonly { readonly at: Place; readonly reason: string }[];
}

/** What is to be different about an order. An entry that says what is so already sends nothing. */
export const changesOf = (order: Order, draft: Draft): Changes => {
  const entered = [
    ...order.lines.flatMap((line) => ofLine(line, draft.lines[line.lineId])),
    ...ofAdded(order, draft.added),
    ...ofAddress(order, draft),
    ...ofContact(order, draft),
    ...ofCharge(order, draft.charge),
    ...ofNote(order, draft.note),
    ...ofPromise(draft.promisedBy),
    ...ofAttributes('attributes', order, draft.attributes),
  ];
  return {
    sent: entered.filter((one) => 'change' in one),
    lacking: entered.flatMap((one) => ('lacks' in one ? [{ at: one.at, reason: one.lacks }] : [])),
  };
};

const isSameWay = (one: Way, other: Way): boolean =>
  one.method === other.method && one.pickupAt === other.pickupAt;

/** A way as it is sent; nothing for a pickup whose store is still to be named. */
export const sentWay = ({ method, pickupAt }: Way) => {
  if (method === 'ship') return { method };
  return pickupAt === undefined ? undefined : { method, pickupAt };
};
export const noStore = t('Choose the store where it is collected.');
export const noPrice = t('Enter the unit price as a number, such as 9.50.');

/** A price as it is sent, with all the decimals that were typed; undefined where it is none. */
export const sentPrice = (typed: string): string | undefined => {
  const isPrice = plainDecimal(typed)?.startsWith('-') === false;
  return isPrice ? typed.trim().replace(',', '.') : undefined;
};

const ofLine = (line: OrderLine, entry: LineEntry | undefined): Entered[] => {
  if (entry === undefined) return [];
  const at = placeOfLine(line.lineId);
  return [
    ...ofQuantity(at, line, entry),
    ...ofPrice(at, line, entry),
    ...ofWay(at, line, entry),
    ...ofAttributes(at, line, entry.attributes, line.lineId),
  ];
};

const ofQuantity = (at: Place, line: OrderLine, entry: LineEntry): Entered[] => {
  if (!entry.isOut && !('quantity' in entry)) return [];
  const quantity = entry.isOut ? line.quantities.fulfilled : entry.quantity;
  if (quantity === undefined) return [{ at, lacks: t('Enter how many are wanted, or take it out.') }];
  return quantity === wantedNow(line)
    ? []
    : [{ at, change: { kind: 'set-quantity', lineId: line.lineId, quantity } }];
};

/** Whether another price than the order's was entered, which needs a reason. */
export const isOtherPrice = ({ unitPrice }: OrderLine, entered: string | undefined): boolean =>
  entered !== undefined && plainDecimal(entered) !== plainDecimal(unitPrice);

const ofPrice = (at: Place, line: OrderLine, { unitPrice, priceReason = '' }: LineEntry): Entered[] => {
  if (unitPrice === undefined || !isOtherPrice(line, unitPrice)) return [];
  const price = sentPrice(unitPrice);
  if (price === undefined) return [{ at, lacks: noPrice }];
  const reason = priceReason.trim();
  if (reason === '') return [{ at, lacks: t('Say why the price differs.') }];
  return [{ at, change: { kind: 'set-price', lineId: line.lineId, unitPrice: price, reason } }];
};

const ofWay = (at: Place, line: OrderLine, { way }: LineEntry): Entered[] => {
  if (way === undefined || isSameWay(way, wayNow(line))) return [];
  const sent = sentWay(way);
  return sent === undefined
    ? [{ at, lacks: noStore }]
    : [{ at, change: { kind: 'set-method', lineId: line.lineId, ...sent } }];
};

/** Ids for lines that join: the next numbers that the order does not have. */
const freeIds = ({ lines }: Order, count: number): string[] => {
  const last = lines
    .map(({ lineId }) => (/^\d{1,9}$/.test(lineId) ? Number(lineId) : 0))
    .reduce((most, one) => Math.max(most, one), 0);
  return Array.from({ length: count }, (_, index) => String(last + 1 + index));
};

const ofAdded = (order: Order, added: readonly AddedLine[]): Entered[] => {
  const ids = freeIds(order, added.length);
  return added.map((line, index) => {
    const at = placeOfAdded(line.key);
    const { quantity } = line;
    const sku = line.sku.trim();
    const price = sentPrice(line.unitPrice);
    const way = sentWay(line.way);
    if (sku === '') return { at, lacks: t('Enter the SKU of what joins.') };
    if (quantity === undefined || quantity < 1) return { at, lacks: t('Enter how many are wanted.') };
    if (price === undefined) return { at, lacks: noPrice };
    if (way === undefined) return { at, lacks: noStore };
    const joins = { lineId: ids[index]!, sku, quantity, unitPrice: price, ...way };
    return { at, change: { kind: 'add-line', line: joins } };
  });
};

/** What was entered over what is known, less what is empty; nothing where no part differs. */
const differing = <Part extends string>(
  parts: readonly Part[],
  entered: Partial<Record<Part, string>>,
  known: Partial<Record<Part, string>> = {},
): Partial<Record<Part, string>> | undefined => {
  const now = parts.map((part) => [part, partNow(entered[part], known[part]).trim()] as const);
  return now.every(([part, text]) => text === (known[part] ?? ''))
    ? undefined
    : (Object.fromEntries(now.filter(([, text]) => text !== '')) as Partial<Record<Part, string>>);
};

/** Coordinates of the former address are left behind: they would send the goods there. */
const ofAddress = ({ shipTo: known }: Order, { address }: Draft): Entered[] => {
  const shipTo = differing(addressParts, address, known);
  if (shipTo === undefined) return [];
  return shipTo.country === undefined
    ? [{ at: 'address', lacks: t('An address names at least its country.') }]
    : [{ at: 'address', change: { kind: 'deliver-to', shipTo } }];
};

const ofContact = ({ customer: known }: Order, { contact }: Draft): Entered[] => {
  const customer = differing(contactParts, contact, known);
  if (customer === undefined) return [];
  const id = known?.id === undefined ? {} : { id: known.id };
  return [{ at: 'contact', change: { kind: 'contact', customer: { ...id, ...customer } } }];
};

const ofCharge = ({ currency }: Order, { kind, code, amount }: ChargeEntry): Entered[] => {
  if (code.trim() === '' && amount.trim() === '') return [];
  const at = 'charge';
  const exponent = minorUnitExponent(currency);
  const minor = toMinor(amount, exponent);
  if (code.trim() === '') return [{ at, lacks: t('Say what it is for, such as shipping or goodwill.') }];
  if (minor === undefined || minor <= 0)
    return [{ at, lacks: t('Enter an amount above zero with at most {exponent} decimals.', { exponent }) }];
  const charge = { code: code.trim(), amount: kind === 'charge' ? minor : -minor };
  return [{ at, change: { kind: 'add-charge', charge } }];
};

const ofNote = ({ note: known = '' }: Order, entered: string | undefined): Entered[] => {
  const note = entered?.trim();
  if (note === undefined || note === known) return [];
  return note === ''
    ? [{ at: 'note', lacks: t('A note is replaced by another, never taken away.') }]
    : [{ at: 'note', change: { kind: 'note', note } }];
};

/** A field that was emptied again asks for nothing: what was promised stands. */
const ofPromise = (entered = ''): Entered[] =>
  entered === ''
    ? []
    : [{ at: 'promise', change: { kind: 'set-promise', promisedBy: new Date(entered).toISOString() } }];

/** Attributes that are to be others; text that is blank is none. */
const ofAttributes = (
  at: Place,
  { attributes: known = {} }: Pick<Order, 'attributes'>,
  entered: EnteredAttributes = {},
  lineId?: string,
): Entered[] => {
  const now = Object.entries(entered).map(([name, value]) => {
    const text = typeof value === 'string' ? value.trim() : value;
    return [name, text === '' ? null : text] as const;
  });
  const others = now.filter(([name, value]) => value !== (known[name] ?? null));
  if (others.length === 0) return [];
  const attributes = Object.fromEntries(others);
  return [{ at, change: { kind: 'set-attributes', ...(lineId !== undefined && { lineId }), attributes } }];
};
