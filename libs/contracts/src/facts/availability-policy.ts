import { z } from 'zod';
import { Channel, LocationId, Sku } from '../identifiers.ts';

const units = z.int().min(0).max(1_000_000_000);

/** What channels are told of stock. */
export const AvailabilityRule = z.strictObject({
  channels: z.array(Channel).min(1).max(50).describe('The channels it is for.'),
  keepBack: units
    .optional()
    .describe(
      'Units of each SKU at each location that they are not told of, so that a count that is wrong or a sale not yet told sells nothing twice; none where left out.',
    ),
  keepBackOf: z
    .array(
      z.strictObject({
        sku: Sku,
        units: units.describe('Units at each location, in the place of `keepBack`.'),
      }),
    )
    .max(10_000)
    .optional()
    .describe('SKUs of which more or less is kept back.'),
  without: z.array(LocationId).max(10_000).optional().describe('Locations whose stock they are not told of.'),
  most: units.optional().describe('More than this is never told of a SKU in all; all of it where left out.'),
});
export type AvailabilityRule = z.infer<typeof AvailabilityRule>;

/** In turn: the first rule that names a channel counts. A channel that none names is told of all there is. */
export const AvailabilityPolicy = z.strictObject({
  rules: z.array(AvailabilityRule).max(100).describe('Rules, in the order they are looked at.'),
});
export type AvailabilityPolicy = z.infer<typeof AvailabilityPolicy>;

export const availabilityPolicyFacts = {
  /** In the stream `availability-policy`: what channels are told from then on. Orders are sourced from all stock. */
  'tributary.availability.policy-set.v1': AvailabilityPolicy,
} as const;
