import { z } from 'zod';
import { declarationParts } from '../facts/withdrawals.ts';
import { FulfilmentLine, Timestamp } from './shapes.ts';

/** A consumer withdraws from a contract that was concluded at a distance. */
export const Withdraw = z.strictObject({
  lines: z
    .array(FulfilmentLine)
    .min(1)
    .max(2_000)
    .optional()
    .describe('What they withdraw from; all that they have, or wait for, where it is left out.'),
  ...declarationParts,
  at: Timestamp.optional().describe('When they declared it, not later than now; now where it is left out.'),
});
export type Withdraw = z.infer<typeof Withdraw>;
