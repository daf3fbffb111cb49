import type { z } from 'zod';
import type { Withdraw } from '../inbound/withdrawal.ts';

/** Bodies of the command by which a consumer withdraws. */
export const withdrawExamples: readonly z.input<typeof Withdraw>[] = [
  {
    lines: [{ lineId: '1', quantity: 1 }],
    name: 'Ada Lovelace',
    contact: 'ada@example.com',
    statement: 'I withdraw from my contract of sale for one of the mugs.',
    at: '2026-03-12T08:30:00Z',
  },
  {},
];
