import type { z } from 'zod';
import type { AvailabilityPolicy } from '../facts/availability-policy.ts';
import { mug, teapot } from './story.ts';

/** Marketplaces hear of changes late and punish orders that cannot be filled; a quick-commerce partner collects in stores. */
export const availabilityPolicy: z.input<typeof AvailabilityPolicy> = {
  rules: [
    {
      channels: ['marketplace-eu'],
      keepBack: 2,
      keepBackOf: [
        { sku: mug, units: 5 },
        { sku: teapot, units: 0 },
      ],
      without: ['hull'],
      most: 50,
    },
    { channels: ['quick'], keepBack: 1 },
  ],
};
