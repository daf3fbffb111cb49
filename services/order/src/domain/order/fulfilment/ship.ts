import type { InboundData } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { type Reading, applied, appliedExcept, ignored, waits } from '../reading.ts';
import { tellingWaited } from '../lines/lines.ts';
import { addressed, keptBesides, leavesFrom } from './elsewhere.ts';
import { place } from './held.ts';
import { leaving, unknownLines } from './leaving.ts';
import { serialsOf } from '../serials.ts';

export const ship = (data: InboundData<'tributary.shipment.dispatched.v1'>, order: Captured): Reading => {
  const { shipmentId, carrier, tracking, lines } = data;
  const found = addressed(order, data);
  if (!found) return waits('allocation');
  const { fulfilment, reported } = found;
  if (order.shipments.has(shipmentId))
    return keptBesides(reported, 'already-shipped', `Shipment ${shipmentId} is known.`);
  const shipped = leaving(order, fulfilment, lines, false);
  const unknown = unknownLines(order, lines);
  if (!shipped) {
    const { code, reason } = unknown ?? nothingToShip;
    return keptBesides(reported, code, reason);
  }
  const event = tellingWaited(order, {
    type: 'tributary.order.shipped.v1' as const,
    data: {
      ...place(order, leavesFrom(fulfilment, data)),
      shipmentId,
      ...(carrier && { carrier }),
      ...(tracking && { tracking }),
      ...shipped,
      ...serialsOf(lines ?? [], order.lines),
    },
  });
  return unknown ? appliedExcept(unknown, ...reported, event) : applied(...reported, event);
};

const nothingToShip = {
  code: 'nothing-left-to-ship',
  reason:
    'All that this fulfilment was given has left or was reported short; a shipment of more names its units.',
};

/** A carrier's scan is kept whenever it comes; after the delivery it no longer says where the shipment is. */
export const track = (
  { shipmentId, status, place: where }: InboundData<'tributary.shipment.tracked.v1'>,
  order: Captured,
): Reading =>
  order.shipments.has(shipmentId)
    ? applied({
        type: 'tributary.order.tracked.v1',
        data: { orderId: order.orderId, shipmentId, status, ...(where && { place: where }) },
      })
    : waits('shipment');

export const deliver = (
  { shipmentId, signedBy }: InboundData<'tributary.shipment.delivered.v1'>,
  order: Captured,
): Reading => {
  const shipment = order.shipments.get(shipmentId);
  if (!shipment) return waits('shipment');
  if (shipment.delivered) return ignored('already-delivered', `Shipment ${shipmentId} was delivered before.`);
  const lines = [...shipment.lines];
  return applied({
    type: 'tributary.order.delivered.v1',
    data: { orderId: order.orderId, shipmentId, lines, ...(signedBy && { signedBy }) },
  });
};
