import { z } from 'zod';
import { personal } from '../personal-mark.ts';
import { FulfilmentLine, LocationId, OrderId, PartId, Quantity, Text, Timestamp } from './shapes.ts';

/**
 * Facts from the WMS, the store app or the carrier about one fulfilment of an order: one that was sourced
 * here, or one that another system decided, under an id of its own. That one names the location, where
 * the goods are of our stock: what leaves there moves it. Left out, no stock moves (drop-shipped, fulfilled
 * by a marketplace). Of a fulfilment sourced here the location is known.
 */
const fulfilment = { orderId: OrderId, fulfilmentId: PartId, location: LocationId.optional() };
const someLines = z.array(FulfilmentLine).min(1).max(2_000).optional();

export const FulfilmentAccepted = z.strictObject({ ...fulfilment });
export const FulfilmentPicked = z.strictObject({ ...fulfilment, lines: someLines });
export const FulfilmentShorted = z.strictObject({
  ...fulfilment,
  lines: z
    .array(
      z.strictObject({
        lineId: PartId,
        quantity: Quantity,
        reason: z.enum(['not-found', 'damaged', 'reserved-in-shop']),
      }),
    )
    .min(1)
    .max(2_000),
});
export const FulfilmentPacked = z.strictObject({ ...fulfilment });
export const ShipmentDispatched = z.strictObject({
  ...fulfilment,
  shipmentId: PartId,
  carrier: Text(64).optional(),
  tracking: Text(128).optional(),
  /** Left out, everything of the fulfilment that is still to go is in it; of one decided elsewhere, of the order. */
  lines: someLines,
});
export const ShipmentTracked = z.strictObject({
  orderId: OrderId,
  shipmentId: PartId,
  status: Text(64),
  place: Text(200).optional(),
});
export const ShipmentDelivered = z.strictObject({
  orderId: OrderId,
  shipmentId: PartId,
  signedBy: personal(Text(200)).optional(),
});
export const PickupReady = z.strictObject({ ...fulfilment, until: Timestamp.optional() });
export const PickupHandedOver = z.strictObject({
  ...fulfilment,
  lines: someLines,
  collectedBy: personal(Text(200)).optional(),
});
