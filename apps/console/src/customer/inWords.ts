import type { CustomerOverview } from '../api/customers.ts';

type Found = CustomerOverview['foundBy'][number];
type Suggestion = CustomerOverview['mayAlsoBe'][number];
type Identity = Pick<Found, 'by' | 'value'>;

const kinds: Readonly<Record<Found['by'], string>> = {
  id: 'customer id',
  email: 'e-mail',
  phone: 'phone number',
  loyalty: 'loyalty number',
};

const ordersInWords = (orders: number): string => (orders === 1 ? '1 order' : `${orders} orders`);

export const identityInWords = ({ by, value }: Identity): string => `the ${kinds[by]} ${value}`;

export const foundInWords = (found: Found): string =>
  `${found.orders === 0 ? 'No order' : ordersInWords(found.orders)} by ${identityInWords(found)}`;

/** What a suggestion has in common with the customer, e.g. "the same phone number 030 1234567 on 2 orders". */
export const sharedInWords = ({ by, value, orders, onFile }: Suggestion['shared'][number]): string => {
  const where = [
    ...(onFile ? ['in the customer file'] : []),
    ...(orders > 0 ? [`on ${ordersInWords(orders)}`] : []),
  ];
  return `the same ${kinds[by]} ${value} ${where.join(' and ')}`;
};
