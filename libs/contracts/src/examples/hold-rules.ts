import type { z } from 'zod';
import type { HoldRules } from '../facts/hold-rules.ts';
import { mug } from './story.ts';

/** What is held: what is not paid, what has no address, and what a first-time customer buys for a lot of money. */
export const holdRules: z.input<typeof HoldRules> = {
  rules: [
    { name: 'Unpaid', when: { isUnpaid: true }, reason: 'payment', until: 'paid' },
    { name: 'No address', when: { isUnaddressed: true }, reason: 'address', until: 'addressed' },
    {
      name: 'Large orders of guests',
      when: {
        channels: ['web'],
        totalFrom: { amount: 50_000, currency: 'EUR' },
        unitsFrom: 5,
        skus: [mug],
        isGuest: true,
      },
      reason: 'fraud',
      note: 'Call before it is released.',
    },
  ],
};
