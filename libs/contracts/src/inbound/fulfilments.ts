import { z } from 'zod';
import { personal } from '../personal-mark.ts';
import { LeavingLine } from './serials.ts';
import { FulfilmentLine, LocationId, OrderId, PartId, Quantity, Text, Timestamp } from './shapes.ts';

/**
 * Facts from the WMS, the store app or the carrier about one fulfilment of an order: one that was sourced
 * here, or one that another system decided, under an id of its own. That one names the location, where
 * the goods are of our stock: what leaves there moves it. Left out, no stock moves (drop-shipped, fulfilled
 * by a marketplace). Of a fulfilment sourced here the location is known.
 */
const fulfilment = {
  orderId: OrderId,
  fulfilmentId: PartId.describe(
    'The location’s part of the order, by the id it was given here or elsewhere.',
  ),
  location: LocationId.optional().describe(
    'Of a fulfilment that another system decided: where its goods are of our stock. Left out, no stock moves.',
  ),
};
const shipmentId = PartId.describe('Names the shipment within its order.');
const someLines = z
  .array(FulfilmentLine)
  .min(1)
  .max(2_000)
  .optional()
  .describe('What it is about; left out, everything of the fulfilment that is still to go.');

const leavingLines = z.array(LeavingLine).min(1).max(2_000).optional();

export const FulfilmentAccepted = z.strictObject({ ...fulfilment });
export const FulfilmentPicked = z.strictObject({ ...fulfilment, lines: someLines });
export const FulfilmentShorted = z.strictObject({
  ...fulfilment,
  lines: z
    .array(
      z.strictObject({
        lineId: PartId.describe('The line of the order.'),
        quantity: Quantity.describe('Units that could not be picked.'),
        reason: z.enum(['not-found', 'damaged', 'reserved-in-shop']).describe('Why they could not.'),
      }),
    )
    .min(1)
    .max(2_000)
    .describe('What could not be picked.'),
});
export const FulfilmentPacked = z.strictObject({ ...fulfilment });
export const ShipmentDispatched = z.strictObject({
  ...fulfilment,
  shipmentId,
  carrier: Text(64).optional().describe('Who carries it.'),
  tracking: Text(128).optional().describe('The number under which the carrier tracks it.'),
  lines: leavingLines.describe(
    'What is in it; left out, everything of the fulfilment that is still to go; of one decided elsewhere, of the order.',
  ),
});
export const ShipmentTracked = z.strictObject({
  orderId: OrderId,
  shipmentId,
  status: Text(64).describe('What the carrier says of it: `in-transit`, `out-for-delivery`.'),
  place: Text(200).optional().describe('Where it was scanned.'),
});
export const ShipmentDelivered = z.strictObject({
  orderId: OrderId,
  shipmentId,
  signedBy: personal(Text(200)).optional().describe('Who took it.'),
});
export const PickupReady = z.strictObject({
  ...fulfilment,
  until: Timestamp.optional().describe('Until when it is kept for the customer.'),
});
export const PickupHandedOver = z.strictObject({
  ...fulfilment,
  lines: leavingLines.describe(
    'What was handed over; left out, everything of the fulfilment that is still to go.',
  ),
  collectedBy: personal(Text(200)).optional().describe('Who collected it.'),
});
