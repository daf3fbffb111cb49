import type { Location } from '../api/locations.ts';
import { t } from '../words/words.ts';

const kinds: Readonly<Record<Location['kind'], string>> = {
  store: t('Store'),
  warehouse: t('Warehouse'),
  'drop-shipper': t('Drop-shipper'),
};

const deeds = (capabilities: Location['capabilities']): string => {
  const ships = capabilities.includes('ship');
  const handsOver = capabilities.includes('pickup');
  if (ships && handsOver) return t('sends goods and hands them over');
  if (ships) return t('sends goods');
  return handsOver ? t('hands goods over') : t('neither sends goods nor hands them over');
};

/** Nothing is said of it where a location is open. */
export const isOpen = ({ active }: Location): boolean => active !== false;

/** What a location is and does for an order. */
export const whatItDoes = ({ kind, capabilities }: Location): string =>
  t('{kinds} that {capabilities}', { kinds: kinds[kind], capabilities: deeds(capabilities) });

/** Its address on a line; empty where only its coordinates are known, or nothing. */
export const addressLine = ({
  name,
  street,
  city,
  region,
  postalCode,
  country,
}: Location['address']): string =>
  [name, street, [postalCode, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');

/** Where distances are measured from, degrees north and east, and the zone its days are told in. */
export const placeOf = ({ address: { coordinates }, zone }: Location): string =>
  [coordinates && `${coordinates.latitude}, ${coordinates.longitude}`, zone].filter(Boolean).join(' · ');

/** Those that have what was typed in their name or their id, in capitals or not. */
export const matching = (locations: readonly Location[], typed: string): readonly Location[] => {
  const part = typed.trim().toLowerCase();
  return locations.filter(({ name, locationId }) =>
    [name, locationId].some((text) => text.toLowerCase().includes(part)),
  );
};

/** How many of them are open, and how many closed. */
export const countWords = (locations: readonly Location[]): string => {
  const open = locations.filter(isOpen).length;
  return t('{open} open, {locations} closed', { open, locations: locations.length - open });
};
