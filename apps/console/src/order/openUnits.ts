import type { LineQuantities, Order } from '../api/order.ts';

/** Units of a line that are still to be served. */
export const openUnits = ({ ordered, cancelled, fulfilled }: LineQuantities): number =>
  Math.max(0, ordered - cancelled - fulfilled);

/** Whether anything of the order is still to be served. */
export const isOpen = ({ lines }: Pick<Order, 'lines'>): boolean =>
  lines.some(({ quantities }) => openUnits(quantities) > 0);
