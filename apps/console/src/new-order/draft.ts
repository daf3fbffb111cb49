import type { FoundCustomer } from '../api/customers.ts';
import type { Product } from '../api/goods.ts';
import { newKey } from '../api/newKey.ts';
import {
  type AddressPart,
  type ContactPart,
  type Way,
  addressParts,
  contactParts,
} from '../order/change/draft.ts';

/** A good that is wanted. */
export interface NewLine {
  /** Tells the entries apart; no id of the order. */
  readonly key: number;
  readonly sku: string;
  readonly name?: string | undefined;
  /** What the catalogue sells it for, by currency, in major units. */
  readonly prices: Readonly<Record<string, string>>;
  /** Undefined while the field is empty. */
  readonly quantity: number | undefined;
  /** As it was typed; the catalogue's stands where nothing was. */
  readonly unitPrice?: string | undefined;
  readonly priceReason: string;
  readonly way: Way;
}

export interface PaymentEntry {
  /** Later; or told to us by a payment system that set it aside or took it. */
  readonly how: 'later' | 'authorised' | 'captured';
  readonly method: string;
  readonly reference: string;
}

/** An order while it is taken; amounts and prices in major units, as they were typed. */
export interface Draft {
  /** Names the attempt to place it, for as long as it is this order. */
  readonly key: string;
  readonly number: string;
  readonly channel: string;
  readonly currency: string;
  readonly customerId?: string | undefined;
  readonly lastOrder?: string | undefined;
  readonly contact: Partial<Record<ContactPart, string>>;
  readonly address: Partial<Record<AddressPart, string>>;
  /** Addresses that are known of the customer. */
  readonly known: FoundCustomer['addresses'];
  readonly lines: readonly NewLine[];
  readonly shipping: string;
  readonly discount: string;
  readonly discountFor: string;
  readonly payment: PaymentEntry;
  readonly note: string;
}

/** @param key names it, and gives it its number */
export const emptyDraft = (key: string = newKey()): Draft => ({
  key,
  number: key.slice(0, 10).toUpperCase(),
  channel: 'phone',
  currency: 'EUR',
  contact: {},
  address: {},
  known: [],
  lines: [],
  shipping: '',
  discount: '',
  discountFor: 'goodwill',
  payment: { how: 'later', method: '', reference: '' },
  note: '',
});

/** Whether anything would be lost by starting over. */
export const isTouched = (draft: Draft): boolean => {
  const { key, number } = draft;
  return JSON.stringify(draft) !== JSON.stringify({ ...emptyDraft(key), number });
};

const partsOf = <Part extends string>(
  parts: readonly Part[],
  from: Partial<Record<Part, unknown>> | undefined,
): Partial<Record<Part, string>> =>
  Object.fromEntries(
    parts.flatMap((part) => (typeof from?.[part] === 'string' ? [[part, from[part]]] : [])),
  ) as Partial<Record<Part, string>>;

export const withAddress = (draft: Draft, known: FoundCustomer['addresses'][number] | undefined): Draft => ({
  ...draft,
  address: partsOf(addressParts, known),
});

/** The draft for somebody who was found, to be sent where goods went last. */
export const withCustomer = (draft: Draft, found: FoundCustomer): Draft => ({
  ...withAddress(draft, found.addresses[0]),
  customerId: found.customerId,
  lastOrder: found.lastOrder?.orderId,
  contact: partsOf(contactParts, found),
  known: found.addresses,
});

/** The draft for somebody else: who it was for is left behind, the goods stay. */
export const withoutCustomer = (draft: Draft): Draft => ({
  ...draft,
  customerId: undefined,
  lastOrder: undefined,
  contact: {},
  address: {},
  known: [],
});

type Good = Pick<Product, 'sku' | 'prices'> & { readonly name?: string };

/** The draft with one more of a good: another unit where it is wanted already, else a line. */
export const withGood = (draft: Draft, { sku, name, prices = [] }: Good): Draft => {
  const wanted = draft.lines.find((line) => line.sku === sku);
  if (wanted) return withLine(draft, wanted.key, { quantity: (wanted.quantity ?? 0) + 1 });
  const line: NewLine = {
    key: Math.max(0, ...draft.lines.map((one) => one.key)) + 1,
    sku,
    name,
    prices: Object.fromEntries(prices.map(({ currency, unitPrice }) => [currency, unitPrice])),
    quantity: 1,
    priceReason: '',
    way: draft.lines.at(-1)?.way ?? { method: 'ship' },
  };
  return { ...draft, lines: [...draft.lines, line] };
};

export const withLine = (draft: Draft, key: number, part: Partial<NewLine>): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.key === key ? { ...line, ...part } : line)),
});

export const withoutLine = (draft: Draft, key: number): Draft => ({
  ...draft,
  lines: draft.lines.filter((line) => line.key !== key),
});

export const withPayment = (draft: Draft, part: Partial<PaymentEntry>): Draft => ({
  ...draft,
  payment: { ...draft.payment, ...part },
});

export const listPrice = ({ prices }: NewLine, currency: string): string | undefined => prices[currency];

/** The price of a unit as it would be, as text. */
export const priceNow = (line: NewLine, currency: string): string =>
  line.unitPrice ?? listPrice(line, currency) ?? '';
