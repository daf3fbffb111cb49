import type { OrderSummary } from '../api/orders.ts';

/**
 * The order that was meant, where there is no doubt: the only one that was found, or the only one of that very
 * number or id. A scanner that ends with Enter opens it.
 */
export const theOneMeant = (found: readonly OrderSummary[], typed: string): OrderSummary | undefined => {
  if (found.length === 1) return found[0];
  const text = typed.trim().toLowerCase();
  const named = found.filter(({ orderId, number }) =>
    [orderId, number].some((one) => one.toLowerCase() === text),
  );
  return named.length === 1 ? named[0] : undefined;
};
