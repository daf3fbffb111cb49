import type { OrderSummary } from '../api/orders.ts';

export const orderPath = (orderId: string): string => `/orders/${encodeURIComponent(orderId)}`;

/** Who bought, as well as it is known. */
export const buyerOf = ({ customer }: OrderSummary): string =>
  customer?.name ?? customer?.email ?? customer?.id ?? '–';

export const placesOf = ({ locations }: OrderSummary, nameOf: (locationId: string) => string): string =>
  locations.length === 0 ? '–' : locations.map(nameOf).join(', ');
