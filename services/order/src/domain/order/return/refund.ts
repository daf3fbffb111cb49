import type { ReturnReceived } from '@tributary/contracts';

/**
 * What a return gives back, in minor units of its own currency: the amounts of its lines, less what was
 * charged with it, and with what was given back of earlier charges (a charge below zero). Below zero when
 * more was charged than given.
 */
export const refundOf = ({ lines, charges = [] }: Pick<ReturnReceived, 'lines' | 'charges'>): number =>
  lines.reduce((sum, { refund = 0 }) => sum + refund, 0) -
  charges.reduce((sum, { amount }) => sum + amount, 0);
