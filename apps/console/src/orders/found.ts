import type { OrderSummary } from '../api/orders.ts';

type Found = NonNullable<OrderSummary['found']>[number];

/** What of an order holds the words, as people call it. */
export const namesOfFound: Readonly<Record<Found['in'], string>> = {
  order: 'Order',
  number: 'Number',
  customer: 'Customer',
  email: 'E-mail',
  phone: 'Phone',
  recipient: 'Ships to',
  postalCode: 'Postal code',
  sku: 'SKU',
  product: 'Product',
  serial: 'Serial',
  attribute: 'Attribute',
  payment: 'Payment',
  shipment: 'Shipment',
  tracking: 'Tracking',
  return: 'Return',
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
