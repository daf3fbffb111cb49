import type { AskedMoment } from '../api/moment.ts';
import type { Place } from '../api/stock.ts';
import { namedIn } from '../shell/named.ts';

const stock = '/stock';

const asked = (of: Readonly<Record<string, string>>): string => {
  const search = new URLSearchParams(of).toString();
  return search === '' ? '' : `?${search}`;
};

/** Where all stock of a SKU is shown, at the moment that is looked at. */
export const stockPath = (sku: string, moment: AskedMoment = {}): string =>
  `${stock}${asked({ sku, ...moment })}`;

/** Where the stock of a SKU at one location is shown, with how it came about. */
export const positionPath = ({ sku, location }: Place, moment: AskedMoment = {}): string =>
  `${stock}/${encodeURIComponent(sku)}/${encodeURIComponent(location)}${asked({ ...moment })}`;

/** What an address is about; its parts are told apart before they are read, since a SKU may have a slash. */
export const positionIn = (pathname: string): Place => {
  const [sku = '', location = ''] = pathname.slice(stock.length + 1).split('/');
  return { sku: namedIn(sku, ''), location: namedIn(location, '') };
};
