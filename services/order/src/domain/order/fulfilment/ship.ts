import type { InboundData } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { type Reading, applied, ignored, waits } from '../reading.ts';
import { find, place, stillHeld } from './held.ts';

export const ship = (data: InboundData<'tributary.shipment.dispatched.v1'>, order: Captured): Reading => {
  const { fulfilmentId, shipmentId, carrier, tracking, lines } = data;
  const fulfilment = find(order, fulfilmentId);
  if (!fulfilment) return waits('allocation');
  if (order.shipments.some((shipment) => shipment.shipmentId === shipmentId))
    return ignored('already-shipped', `Shipment ${shipmentId} is known.`);
  const shipped = stillHeld(fulfilment, lines);
  if (shipped.length === 0) return ignored('nothing-held', 'Nothing of this fulfilment is left to ship.');
  return applied({
    type: 'tributary.order.shipped.v1',
    data: {
      ...place(order, fulfilment),
      shipmentId,
      ...(carrier && { carrier }),
      ...(tracking && { tracking }),
      lines: shipped,
    },
  });
};

/** A carrier's scan is kept whenever it comes; after the delivery it no longer says where the shipment is. */
export const track = (
  { shipmentId, status, place: where }: InboundData<'tributary.shipment.tracked.v1'>,
  order: Captured,
): Reading =>
  order.shipments.some((shipment) => shipment.shipmentId === shipmentId)
    ? applied({
        type: 'tributary.order.tracked.v1',
        data: { orderId: order.orderId, shipmentId, status, ...(where && { place: where }) },
      })
    : waits('shipment');

export const deliver = (
  { shipmentId, signedBy }: InboundData<'tributary.shipment.delivered.v1'>,
  order: Captured,
): Reading => {
  const shipment = order.shipments.find((one) => one.shipmentId === shipmentId);
  if (!shipment) return waits('shipment');
  if (shipment.delivered) return ignored('already-delivered', `Shipment ${shipmentId} was delivered before.`);
  const lines = [...shipment.lines];
  return applied({
    type: 'tributary.order.delivered.v1',
    data: { orderId: order.orderId, shipmentId, lines, ...(signedBy && { signedBy }) },
  });
};
