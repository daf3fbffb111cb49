import type { Order } from '../api/order.ts';
import { t } from '../words/words.ts';

type Asked = Pick<Order, 'kind' | 'status' | 'lines'> & Partial<Pick<Order, 'imported'>>;

/** What ended an order, or keeps it, where that is why nothing is done for it. */
const because = ({ kind, status, lines }: Asked): string | undefined => {
  if (kind === 'sale') return t('Sold over the counter; nothing to fulfil.');
  if (status === 'rejected') return t('Rejected: there was not enough of what was ordered.');
  if (status === 'cancelled') return t('Cancelled before any location served it.');
  if (status === 'held') return t('Held: no location is asked until it is released.');
  if (lines.every(({ method }) => method === 'carry-out'))
    return t('Carried out by the customer; nothing to fulfil.');
  return undefined;
};

/** How far an order is once all of it has left: history may be told so, with nothing of who served it. */
const gone: readonly Order['status'][] = ['fulfilled', 'completed', 'partly-returned', 'returned'];

/** Why an order has no fulfilments. */
export const whyNoneServes = (order: Asked): string => {
  const { status } = order;
  if (status === 'backordered') return t('No location has what was ordered: it waits for stock.');
  const otherwise = gone.includes(status)
    ? t('Complete when it was told: which location served it is not known.')
    : t('No location serves this order yet.');
  return because(order) ?? otherwise;
};

/** Why no location was chosen for an order. */
export const whyNotDecided = (order: Asked): string =>
  order.imported
    ? t('Imported: where it was served from was decided elsewhere.')
    : (because(order) ?? t('No location was chosen yet, or another system chooses.'));
