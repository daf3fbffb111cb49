import type { OrderSummary } from '../api/orders.ts';
import { namedIn } from '../shell/named.ts';

const orders = '/orders/';

export const orderPath = (orderId: string): string => `${orders}${encodeURIComponent(orderId)}`;

/** The order that an address is about. */
export const orderIdIn = (pathname: string): string => namedIn(pathname, orders);

/** Who bought, as well as it is known. */
export const buyerOf = ({ customer }: OrderSummary): string =>
  customer?.name ?? customer?.email ?? customer?.id ?? '–';

export const placesOf = ({ locations }: OrderSummary, nameOf: (locationId: string) => string): string =>
  locations.length === 0 ? '–' : locations.map(nameOf).join(', ');
