import type { LineQuantities } from '../api/order.ts';

/** Where the units of a line are: "1 allocated, 2 fulfilled (1 delivered)". Delivered and returned units are fulfilled ones. */
export const whereabouts = (quantities: LineQuantities): string => {
  const { ordered, cancelled, allocated, backordered, fulfilled, delivered, returned } = quantities;
  const { undecided = 0, leftThoughCancelled = 0, surplus = 0, returnedBeyond = 0 } = quantities;
  const nowhere = ordered - cancelled - allocated - backordered - fulfilled;
  const missing = Math.min(undecided, nowhere);
  const partly = delivered > 0 && delivered < fulfilled ? ` (${delivered} delivered)` : '';
  const parts: readonly (readonly [number, string])[] = [
    [nowhere - missing, 'open'],
    [missing, 'missing at the pickup'],
    [allocated, 'allocated'],
    [backordered, 'backordered'],
    [fulfilled, fulfilled === delivered ? 'delivered' : `fulfilled${partly}`],
    [returned, 'returned'],
    [cancelled, 'cancelled'],
    [leftThoughCancelled, 'left although cancelled'],
    [surplus, 'more than ordered'],
    [returnedBeyond, 'returned beyond what left'],
  ];
  return parts
    .filter(([units]) => units > 0)
    .map(([units, word]) => `${units} ${word}`)
    .join(', ');
};
