import type { AskedMoment } from '../api/moment.ts';
import type { OrderSummary } from '../api/orders.ts';
import { namedIn } from '../shell/named.ts';

const orders = '/orders/';

/** The address of an order, as it was at a moment where one is given; by what had happened where both are. */
export const orderPath = (orderId: string, { asOf, knownAt }: AskedMoment = {}): string => {
  const path = `${orders}${encodeURIComponent(orderId)}`;
  if (asOf !== undefined) return `${path}?past=${encodeURIComponent(asOf)}`;
  return knownAt === undefined ? path : `${path}?past=${encodeURIComponent(knownAt)}&by=recorded`;
};

/** The order that an address is about. */
export const orderIdIn = (pathname: string): string => namedIn(pathname, orders);

/** Who bought, as well as it is known. */
export const buyerOf = ({ customer }: OrderSummary): string =>
  customer?.name ?? customer?.email ?? customer?.id ?? '–';

export const placesOf = ({ locations }: OrderSummary, nameOf: (locationId: string) => string): string =>
  locations.length === 0 ? '–' : locations.map(nameOf).join(', ');
