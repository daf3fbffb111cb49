import type { OrderId, ReturnReceived } from '@tributary/contracts';

export interface ReturnByOrder {
  /** What came back of each order, in the order in which the lines first name them. */
  readonly orders: readonly (ReturnReceived & { readonly orderId: OrderId })[];
  /** What names no order: a blind return. */
  readonly blind?: ReturnReceived;
}

/**
 * What a return says of each order it is about. A line that names no order is of the return's own, and so
 * are the charges. Every part keeps the return's id: each order takes a return back once.
 */
export const byOrder = (data: ReturnReceived): ReturnByOrder => {
  const parts = new Map<OrderId | undefined, ReturnReceived>();
  const partOf = (orderId: OrderId | undefined): ReturnReceived => {
    const { orderId: _, charges: __, ...common } = data;
    const part = parts.get(orderId) ?? { ...common, ...(orderId && { orderId }), lines: [] };
    parts.set(orderId, part);
    return part;
  };
  for (const { orderId = data.orderId, ...line } of data.lines) partOf(orderId).lines.push(line);
  const { charges = [] } = data;
  if (charges.length > 0 || parts.size === 0) partOf(data.orderId).charges = charges;
  const blind = parts.get(undefined);
  return {
    orders: [...parts.values()].filter((part) => part.orderId !== undefined) as ReturnByOrder['orders'],
    ...(blind && { blind }),
  };
};
