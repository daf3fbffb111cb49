import type { Way } from '../order/change/draft.ts';
import { t } from '../words/words.ts';

interface At {
  readonly location: string;
  readonly available: number;
}
interface Place {
  readonly locationId: string;
  readonly capabilities?: readonly string[];
}

/**
 * What can be had of a good now, the way it is wanted: sent from all locations that send, or collected in the store
 * that is named, or else where it could be.
 */
export const canBeSoldInWords = (
  stock: readonly At[],
  { method, pickupAt }: Way,
  network: readonly Place[],
  nameOf: (locationId: string) => string,
): string => {
  const does = (location: string) =>
    network.find(({ locationId }) => locationId === location)?.capabilities?.includes(method) === true;
  const places = stock.filter(({ location, available }) => available > 0 && does(location));
  if (method === 'ship') {
    const units = places.reduce((all, { available }) => all + available, 0);
    return units === 0 ? t('None can be sent now.') : t('{units} can be sent now.', { units });
  }
  if (pickupAt !== undefined) {
    const units = places.find(({ location }) => location === pickupAt)?.available ?? 0;
    const where = t('at {pickupAt} now', { pickupAt: nameOf(pickupAt) });
    return units === 0
      ? t('None can be collected {where}.', { where })
      : t('{units} can be collected {where}.', { units, where });
  }
  if (places.length === 0) return t('None can be collected in a store now.');
  const named = places
    .toSorted((a, b) => b.available - a.available)
    .slice(0, 3)
    .map(({ location, available }) => `${nameOf(location)} (${available})`);
  const more = places.length - named.length;
  return t('Can be collected now: {named}{more}.', {
    named: named.join(', '),
    more: more > 0 ? t(' and {more} more', { more }) : '',
  });
};
