import type { OrderSummary } from '../api/orders.ts';
import { t } from '../words/words.ts';

type Found = NonNullable<OrderSummary['found']>[number];

/** What of an order holds the words, as people call it. */
export const namesOfFound: Readonly<Record<Found['in'], string>> = {
  order: t('Order'),
  number: t('Number'),
  customer: t('Customer'),
  email: 'E-mail',
  phone: t('Phone'),
  recipient: t('Ships to'),
  postalCode: t('Postal code'),
  sku: 'SKU',
  product: t('Product'),
  serial: t('Serial'),
  attribute: t('Attribute'),
  payment: t('Payment'),
  shipment: t('Shipment'),
  tracking: t('Tracking'),
  return: t('Return'),
};

/** A text in the parts that are marked and those that are not, in order. */
export const markedParts = ({
  text,
  at,
}: Pick<Found, 'text' | 'at'>): readonly { readonly text: string; readonly isMarked: boolean }[] => {
  const ends = at.map(({ to }) => to);
  return [...at, { from: text.length, to: text.length }]
    .flatMap(({ from, to }, index) => [
      { text: text.slice(ends[index - 1] ?? 0, from), isMarked: false },
      { text: text.slice(from, to), isMarked: true },
    ])
    .filter((part) => part.text !== '');
};
