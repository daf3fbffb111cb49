import { z } from 'zod';
import {
  Address,
  Coordinates,
  Currency,
  Decimal,
  LocationAddress,
  LocationId,
  Quantity,
  Sku,
  Text,
  customerParts,
  withoutEmpty,
} from './shapes.ts';

export const ProductUpdated = z.strictObject({
  sku: Sku,
  name: Text(300).describe('What people call it.'),
  attributes: z
    .record(z.string().max(64), z.string().max(300))
    .optional()
    .describe('Free labels, e.g. `{ "category": "Lighting" }`.'),
  weight: Quantity.optional().describe('Grams.'),
  prices: z
    .array(z.strictObject({ currency: Currency, unitPrice: Decimal }))
    .max(200)
    .refine(
      (prices) => new Set(prices.map(({ currency }) => currency)).size === prices.length,
      'A product has one price in a currency.',
    )
    .optional()
    .describe('What it is sold for, a price for each currency: what customer service offers it for.'),
});

export type ProductUpdated = z.infer<typeof ProductUpdated>;

export const LocationUpdated = z.strictObject({
  locationId: LocationId,
  name: Text(200).describe('What people call it.'),
  kind: z.enum(['store', 'warehouse', 'drop-shipper']).describe('What kind of location it is.'),
  address: LocationAddress.describe('Where it is.'),
  zone: Text(64).optional().describe('IANA time zone, `Europe/London`.'),
  capabilities: z
    .array(z.enum(['ship', 'pickup']))
    .max(8)
    .describe('What it can do for an order: send goods, hand over goods that are collected.'),
  active: z.boolean().optional().describe('False where nothing is sold from it for now.'),
});
export type LocationUpdated = z.infer<typeof LocationUpdated>;

/** Most areas of one message: a country is told of in several. */
export const mostPostalAreas = 1_000;

export const PostalAreasUpdated = z.strictObject({
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'A country is its two letters, ISO 3166-1 alpha-2: GB.')
    .describe('ISO 3166-1 alpha-2, such as GB.'),
  areas: z
    .array(
      z.strictObject({
        postalCode: Text(20).describe(
          'Its postal code, in any writing, or the beginning that its addresses share, such as LS1 in GB.',
        ),
        ...Coordinates.shape,
      }),
    )
    .min(1)
    .max(mostPostalAreas)
    .describe('Postal areas, each with its middle.'),
});
export type PostalAreasUpdated = z.infer<typeof PostalAreasUpdated>;

export const CustomerUpdated = z
  .strictObject({
    ...customerParts,
    id: Text(128).describe('What the customer file calls the customer.'),
    addresses: z.array(Address).max(20).optional().describe('Where the customer may be delivered to.'),
  })
  .overwrite(withoutEmpty);
export type CustomerUpdated = z.infer<typeof CustomerUpdated>;
