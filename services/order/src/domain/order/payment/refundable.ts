import type { Payments } from './payments.ts';

/**
 * The bound `refunded ≤ captured`: what may still be given back, in minor units. Whatever would give
 * back more waits for the payment that makes it true.
 */
export const refundable = ({ captured, refunded }: Pick<Payments, 'captured' | 'refunded'>): number =>
  captured - refunded;
