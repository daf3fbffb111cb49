import type { CustomerOverview } from '../api/customers.ts';
import { t } from '../words/words.ts';

type Found = CustomerOverview['foundBy'][number];
type Suggestion = CustomerOverview['mayAlsoBe'][number];
type Identity = Pick<Found, 'by' | 'value'>;

const kinds: Readonly<Record<Found['by'], string>> = {
  id: t('customer id'),
  email: t('e-mail'),
  phone: t('phone number'),
  loyalty: t('loyalty number'),
};

const ordersInWords = (orders: number): string =>
  t('{orders, plural, one {1 order} other {{orders} orders}}', { orders });

export const identityInWords = ({ by, value }: Identity): string =>
  t('the {kinds} {value}', { kinds: kinds[by], value });

export const foundInWords = (found: Found): string =>
  t('{orders} by {found}', {
    orders: found.orders === 0 ? t('No order') : ordersInWords(found.orders),
    found: identityInWords(found),
  });

/** What a suggestion has in common with the customer, e.g. "the same phone number 030 1234567 on 2 orders". */
export const sharedInWords = ({ by, value, orders, onFile }: Suggestion['shared'][number]): string => {
  const where = [
    ...(onFile ? [t('in the customer file')] : []),
    ...(orders > 0 ? [t('on {orders}', { orders: ordersInWords(orders) })] : []),
  ];
  return t('the same {kinds} {value} {where}', { kinds: kinds[by], value, where: where.join(t(' and ')) });
};
