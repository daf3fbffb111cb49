import type { OrderSummary } from '../api/orders.ts';

const orders = '/orders/';

export const orderPath = (orderId: string): string => `${orders}${encodeURIComponent(orderId)}`;

/** The order that an address is about. The router's own parameter takes a `%2F` that is part of an id for a slash. */
export const orderIdIn = (pathname: string): string => {
  const part = pathname.slice(orders.length).replace(/\/$/, '');
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Who bought, as well as it is known. */
export const buyerOf = ({ customer }: OrderSummary): string =>
  customer?.name ?? customer?.email ?? customer?.id ?? '–';

export const placesOf = ({ locations }: OrderSummary, nameOf: (locationId: string) => string): string =>
  locations.length === 0 ? '–' : locations.map(nameOf).join(', ');
