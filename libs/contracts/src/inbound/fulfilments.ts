import { z } from 'zod';
import { FulfilmentLine, OrderId, PartId, Quantity, Text, Timestamp } from './shapes.ts';

/** Facts from the WMS, the store app or the carrier about one fulfilment of an order. */
const fulfilment = { orderId: OrderId, fulfilmentId: PartId };
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
  /** Left out, everything of the fulfilment that is still to go is in it. */
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
  signedBy: Text(200).optional(),
});
export const PickupReady = z.strictObject({ ...fulfilment, until: Timestamp.optional() });
export const PickupHandedOver = z.strictObject({
  ...fulfilment,
  lines: someLines,
  collectedBy: Text(200).optional(),
});
