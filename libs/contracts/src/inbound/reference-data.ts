import { z } from 'zod';
import {
  Address,
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
  name: Text(300),
  /** Free labels, e.g. category: "Lighting". */
  attributes: z.record(z.string().max(64), z.string().max(300)).optional(),
  /** Grams. */
  weight: Quantity.optional(),
});

export type ProductUpdated = z.infer<typeof ProductUpdated>;

export const LocationUpdated = z.strictObject({
  locationId: LocationId,
  name: Text(200),
  kind: z.enum(['store', 'warehouse', 'drop-shipper']),
  address: LocationAddress,
  zone: Text(64).optional(),
  /** What the location can do for an order. */
  capabilities: z.array(z.enum(['ship', 'pickup'])).max(8),
  active: z.boolean().optional(),
});
export type LocationUpdated = z.infer<typeof LocationUpdated>;

export const CustomerUpdated = z
  .strictObject({ ...customerParts, id: Text(128), addresses: z.array(Address).max(20).optional() })
  .overwrite(withoutEmpty);
export type CustomerUpdated = z.infer<typeof CustomerUpdated>;
