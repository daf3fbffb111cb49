import type { AttributeValue } from '../../api/attributes.ts';
import type { Order, OrderLine } from '../../api/order.ts';
import { isOpen, openUnits } from '../openUnits.ts';

/** How goods reach the customer: sent, or collected in a store once one is named. */
export interface Way {
  readonly method: 'ship' | 'pickup';
  readonly pickupAt?: string | undefined;
}

/** Attributes as they are to be; null where there is to be none. */
export type EnteredAttributes = Readonly<Record<string, AttributeValue | null>>;

/** What was entered about a line of the order; what was not is as it is there. */
export interface LineEntry {
  /** Units that are wanted from now on; undefined while the field is empty. */
  readonly quantity?: number | undefined;
  readonly unitPrice?: string;
  readonly priceReason?: string;
  readonly way?: Way;
  readonly attributes?: EnteredAttributes;
  /** What is still open of it is taken out, whatever else was entered. */
  readonly isOut?: true;
}

/** A line that is to join. */
export interface AddedLine {
  /** Tells the entries apart; no id of the order. */
  readonly key: number;
  readonly sku: string;
  readonly quantity?: number | undefined;
  readonly unitPrice: string;
  readonly way: Way;
}

export const addressParts = ['name', 'street', 'postalCode', 'city', 'region', 'country'] as const;
export type AddressPart = (typeof addressParts)[number];
export const contactParts = ['name', 'email', 'phone'] as const;
export type ContactPart = (typeof contactParts)[number];

export interface ChargeEntry {
  readonly kind: 'charge' | 'discount';
  readonly code: string;
  /** Major units, as it was typed. */
  readonly amount: string;
}

/**
 * What a person entered to change an order by. It holds entries only, never a copy of the order, so that it
 * means the same when the order moves meanwhile.
 */
export interface Draft {
  readonly lines: Readonly<Record<string, LineEntry>>;
  readonly added: readonly AddedLine[];
  readonly address: Partial<Record<AddressPart, string>>;
  readonly contact: Partial<Record<ContactPart, string>>;
  readonly charge: ChargeEntry;
  readonly note?: string;
  /** The moment that what is open is promised for now, as a date field of the browser has it: in its own zone. */
  readonly promisedBy?: string;
  readonly attributes?: EnteredAttributes;
  readonly reason: string;
}

export const emptyDraft: Draft = {
  lines: {},
  added: [],
  address: {},
  contact: {},
  charge: { kind: 'charge', code: '', amount: '' },
  reason: '',
};

/** Units of a line that are wanted, those that left among them. */
export const wantedNow = ({ quantities: { ordered, cancelled } }: OrderLine): number => ordered - cancelled;

export const wayNow = ({ method, pickupAt }: OrderLine): Way =>
  method === 'pickup' ? { method, pickupAt } : { method: 'ship' };

/** Text of an address or a contact as it would be: what was entered, else what is known. */
export const partNow = (entered: string | undefined, known: string | undefined): string =>
  entered ?? known ?? '';

/** The draft with a part of what was entered about a line in its place; undefined is as if never entered. */
export const withLine = (draft: Draft, lineId: string, part: Partial<LineEntry>): Draft => ({
  ...draft,
  lines: { ...draft.lines, [lineId]: { ...draft.lines[lineId], ...part } },
});

/** The draft with nothing entered about a line. */
export const asItIs = (draft: Draft, lineId: string): Draft => {
  const { [lineId]: _, ...lines } = draft.lines;
  return { ...draft, lines };
};

/** What is still open of the line is taken out; what left stays. */
export const takenOut = (draft: Draft, lineId: string): Draft => ({
  ...draft,
  lines: { ...draft.lines, [lineId]: { isOut: true } },
});

export const withAdded = (draft: Draft, line: Partial<Omit<AddedLine, 'key'>> = {}): Draft => {
  const key = Math.max(0, ...draft.added.map((one) => one.key)) + 1;
  const blank: AddedLine = { key, sku: '', quantity: 1, unitPrice: '', way: { method: 'ship' } };
  return { ...draft, added: [...draft.added, { ...blank, ...line }] };
};

/** What is open of a line goes out, and as many of another good come in on the same way. */
export const swapped = (draft: Draft, line: OrderLine): Draft =>
  withAdded(takenOut(draft, line.lineId), { quantity: openUnits(line.quantities), way: wayNow(line) });

/** The draft with something entered about a line that joins. */
export const withJoining = (draft: Draft, key: number, part: Partial<AddedLine>): Draft => ({
  ...draft,
  added: draft.added.map((one) => (one.key === key ? { ...one, ...part } : one)),
});

export const withoutJoining = (draft: Draft, key: number): Draft => ({
  ...draft,
  added: draft.added.filter((one) => one.key !== key),
});

/** A sale is over as it is told; of an order something has to be still to be served. */
export const mayBeChanged = (order: Order): boolean => order.kind !== 'sale' && isOpen(order);
