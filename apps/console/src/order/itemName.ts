import type { Order } from '../api/order.ts';

/** What people call the item of a line: its name on the order, else the SKU. */
export const itemName = (order: Order, of: { readonly lineId: string; readonly sku: string }): string =>
  order.lines.find(({ lineId }) => lineId === of.lineId)?.name ?? of.sku;
