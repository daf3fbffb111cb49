import type { OrderChange } from '../api/change.ts';
import type { Inquiry } from '../api/outlook.ts';
import type { AskedOrder } from '../api/placing.ts';
import type { Fault } from '../api/problem.ts';
import { minorUnitExponent, plainDecimal, toMinor } from '../figures/money.ts';
import { noPrice, noStore, sentPrice, sentWay } from '../order/change/changes.ts';
import { type Draft, type NewLine, listPrice, priceNow } from './draft.ts';
import { isCurrency, sumsOf } from './sums.ts';
import { t } from '../words/words.ts';

/** The entry that something is about. */
export type Place =
  `line ${number}` | 'contact' | 'address' | 'goods' | 'shipping' | 'discount' | 'payment' | 'order' | 'note';

export interface Reason {
  readonly at: Place;
  readonly reason: string;
}

/** What is sent: the order at its listed prices, then what was agreed otherwise, which has limits. */
export interface Asked {
  readonly order: AskedOrder;
  readonly changes: OrderChange[];
}

/** Whether another price than the catalogue's was entered, which needs a reason and has limits. */
export const isOtherPrice = (line: NewLine, currency: string): boolean => {
  const listed = listPrice(line, currency);
  return (
    listed !== undefined &&
    line.unitPrice !== undefined &&
    plainDecimal(line.unitPrice) !== plainDecimal(listed)
  );
};

const trimmed = <T extends Partial<Record<string, string>>>(parts: T): T =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([part, text = '']) => (text.trim() === '' ? [] : [[part, text.trim()]])),
  ) as T;

const isEmpty = (parts: object): boolean => Object.keys(parts).length === 0;

/** An amount that was typed, in minor units; 0 where none was, undefined where it is none. */
const typedAmount = (text: string, currency: string): number | undefined => {
  if (text.trim() === '') return 0;
  const minor = toMinor(text, minorUnitExponent(currency));
  return minor === undefined || minor < 0 ? undefined : minor;
};

const lackingOfLine = (line: NewLine, currency: string): Reason[] => {
  const at = `line ${line.key}` as const;
  const { quantity } = line;
  return [
    ...(quantity === undefined || quantity < 1 ? [{ at, reason: t('Enter how many are wanted.') }] : []),
    ...(sentPrice(priceNow(line, currency)) === undefined ? [{ at, reason: noPrice }] : []),
    ...(isOtherPrice(line, currency) && line.priceReason.trim() === ''
      ? [{ at, reason: t('Say why the price differs.') }]
      : []),
    ...(sentWay(line.way) === undefined ? [{ at, reason: noStore }] : []),
  ];
};

const lackingOfCustomer = ({ contact, customerId, address, lines }: Draft): Reason[] => [
  ...(customerId === undefined && isEmpty(trimmed(contact))
    ? [{ at: 'contact' as const, reason: t('Say who orders: a name, an e-mail or a phone number.') }]
    : []),
  ...(lines.some(({ way }) => way.method === 'ship') && trimmed(address).country === undefined
    ? [{ at: 'address' as const, reason: t('Goods are sent: an address names at least its country.') }]
    : []),
];

const lackingOfMoney = (draft: Draft): Reason[] => {
  const { currency, shipping, discount, discountFor, payment } = draft;
  const noAmount = t('Enter an amount with at most {currency} decimals.', {
    currency: minorUnitExponent(currency),
  });
  const isTold = payment.method.trim() !== '' && payment.reference.trim() !== '';
  return [
    ...(typedAmount(shipping, currency) === undefined ? [{ at: 'shipping' as const, reason: noAmount }] : []),
    ...(typedAmount(discount, currency) === undefined ? [{ at: 'discount' as const, reason: noAmount }] : []),
    ...(discount.trim() !== '' && discountFor.trim() === ''
      ? [{ at: 'discount' as const, reason: t('Say what the discount is for, such as goodwill.') }]
      : []),
    ...(payment.how !== 'later' && !isTold
      ? [{ at: 'payment' as const, reason: t('Enter how it is paid, and the reference of the payment.') }]
      : []),
    ...(payment.how !== 'later' && (sumsOf(draft)?.total ?? 0) < 0
      ? [{ at: 'payment' as const, reason: t('Nothing is to be paid.') }]
      : []),
  ];
};

/** What entries lack before the order can be placed. */
export const lackingOf = (draft: Draft): readonly Reason[] => [
  ...lackingOfCustomer(draft),
  ...(draft.lines.length === 0 ? [{ at: 'goods' as const, reason: t('Add what is ordered.') }] : []),
  ...draft.lines.flatMap((line) => lackingOfLine(line, draft.currency)),
  ...lackingOfMoney(draft),
  ...(isCurrency(draft.currency) && draft.channel.trim() !== ''
    ? []
    : [{ at: 'order' as const, reason: t('Enter the channel and the currency, such as phone and EUR.') }]),
];

const placedLine = (line: NewLine, index: number, currency: string): AskedOrder['lines'][number] => ({
  lineId: String(index + 1),
  sku: line.sku,
  ...(line.name !== undefined && { name: line.name }),
  quantity: line.quantity ?? 0,
  unitPrice: listPrice(line, currency) ?? sentPrice(priceNow(line, currency)) ?? '',
  ...sentWay(line.way),
});

const otherPrices = ({ lines, currency }: Draft): OrderChange[] =>
  lines.flatMap((line, index) =>
    isOtherPrice(line, currency)
      ? [
          {
            kind: 'set-price' as const,
            lineId: String(index + 1),
            unitPrice: sentPrice(priceNow(line, currency)) ?? '',
            reason: line.priceReason.trim(),
          },
        ]
      : [],
  );

const paymentsOf = (draft: Draft): AskedOrder['payments'] => {
  const { how, method, reference } = draft.payment;
  const total = sumsOf(draft)?.total;
  return how === 'later' || total === undefined
    ? undefined
    : [{ paymentId: reference.trim(), method: method.trim(), amount: total, status: how }];
};

/**
 * What is sent of a draft that lacks nothing. Lines come with the price of the catalogue: one that was agreed
 * otherwise, and a discount, are changes, so that they are held to the limits of whoever agrees on them.
 */
export const askedOf = (draft: Draft): Asked => {
  const { channel, number, currency, customerId, note, discountFor } = draft;
  const contact = trimmed(draft.contact);
  const shipTo = trimmed(draft.address);
  const shipping = typedAmount(draft.shipping, currency) ?? 0;
  const discount = typedAmount(draft.discount, currency) ?? 0;
  const payments = paymentsOf(draft);
  const order: AskedOrder = {
    channel: channel.trim(),
    number,
    currency,
    customer: { ...(customerId !== undefined && { id: customerId }), ...contact },
    ...(!isEmpty(shipTo) && { shipTo }),
    lines: draft.lines.map((line, index) => placedLine(line, index, currency)),
    ...(shipping > 0 && { charges: [{ code: 'shipping', amount: shipping }] }),
    ...(payments && { payments }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
  const given = { kind: 'add-charge' as const, charge: { code: discountFor.trim(), amount: -discount } };
  return { order, changes: [...otherPrices(draft), ...(discount > 0 ? [given] : [])] };
};

/** What is asked of a draft before it is placed: from where would it come, as far as its lines are entered? */
export const inquiryOf = (draft: Draft): Inquiry => {
  const shipTo = trimmed(draft.address);
  return {
    channel: draft.channel.trim(),
    ...(!isEmpty(shipTo) && { shipTo }),
    lines: draft.lines.flatMap(({ sku, quantity, way }, index) => {
      const sent = sentWay(way);
      return quantity === undefined || quantity < 1 || sent === undefined
        ? []
        : [{ lineId: String(index + 1), sku, quantity, ...sent }];
    }),
  };
};

const placesByPart: Readonly<Record<string, Place>> = {
  customer: 'contact',
  shipTo: 'address',
  charges: 'shipping',
  payments: 'payment',
  note: 'note',
};

/** Faults that the platform found in what was sent, at the entries that they are about. */
export const reasonsOf = (draft: Draft, faults: readonly Fault[]): readonly Reason[] =>
  faults.map(({ pointer, message }) => {
    const [, part = '', index = ''] = pointer.split('/');
    const line = part === 'lines' ? draft.lines[Number(index)] : undefined;
    if (line !== undefined) return { at: `line ${line.key}`, reason: message };
    return { at: placesByPart[part] ?? (part === 'lines' ? 'goods' : 'order'), reason: message };
  });
