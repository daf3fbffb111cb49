import type { InboundData } from '@tributary/contracts';
import { reached } from './allocate.ts';
import type { Captured, FulfilmentStage, FulfilmentState, OrderEvent } from './order.ts';
import { type Reading, applied, ignored, waits } from './reading.ts';

const find = (order: Captured, fulfilmentId: string): FulfilmentState | undefined =>
  order.fulfilments.find((one) => one.fulfilmentId === fulfilmentId);

const place = (order: Captured, { fulfilmentId, location }: FulfilmentState) => ({
  orderId: order.orderId,
  fulfilmentId,
  location,
});

type Lines = readonly { lineId: string; quantity: number }[] | undefined;

/** The asked lines as far as the fulfilment still holds them; all it holds when none are named. */
const stillHeld = ({ lines }: FulfilmentState, asked: Lines) =>
  asked === undefined
    ? [...lines]
    : lines.flatMap((line) => {
        const wanted = asked
          .filter(({ lineId }) => lineId === line.lineId)
          .reduce((sum, { quantity }) => sum + quantity, 0);
        return wanted > 0 ? [{ ...line, quantity: Math.min(wanted, line.quantity) }] : [];
      });

/** Moves a fulfilment on to a stage, unless it is there already or no longer holds anything to work on. */
const advance = (
  order: Captured,
  fulfilmentId: string,
  stage: FulfilmentStage,
  event: (fulfilment: FulfilmentState) => OrderEvent,
): Reading => {
  const fulfilment = find(order, fulfilmentId);
  if (!fulfilment) return waits('allocation');
  if (reached(fulfilment, stage))
    return ignored(`already-${stage}`, `The fulfilment is ${stage} already, or further.`);
  if (fulfilment.lines.length === 0)
    return ignored('nothing-held', 'The fulfilment no longer holds anything.');
  return applied(event(fulfilment));
};

export const accept = (
  { fulfilmentId }: InboundData<'tributary.fulfilment.accepted.v1'>,
  order: Captured,
): Reading =>
  advance(order, fulfilmentId, 'accepted', (fulfilment) => ({
    type: 'tributary.order.fulfilment-accepted.v1',
    data: place(order, fulfilment),
  }));

export const pick = (
  { fulfilmentId, lines }: InboundData<'tributary.fulfilment.picked.v1'>,
  order: Captured,
): Reading =>
  advance(order, fulfilmentId, 'picked', (fulfilment) => ({
    type: 'tributary.order.fulfilment-picked.v1',
    data: { ...place(order, fulfilment), lines: stillHeld(fulfilment, lines) },
  }));

export const short = (
  { fulfilmentId, lines }: InboundData<'tributary.fulfilment.shorted.v1'>,
  order: Captured,
): Reading => {
  const fulfilment = find(order, fulfilmentId);
  if (!fulfilment) return waits('allocation');
  const reasons = new Map(lines.map(({ lineId, reason }) => [lineId as string, reason]));
  const shorted = stillHeld(fulfilment, lines).map((line) => ({
    ...line,
    reason: reasons.get(line.lineId)!,
  }));
  if (shorted.length === 0) return ignored('nothing-held', 'The fulfilment no longer holds these lines.');
  return applied({
    type: 'tributary.order.fulfilment-shorted.v1',
    data: { ...place(order, fulfilment), method: fulfilment.method, lines: shorted },
  });
};

export const pack = (
  { fulfilmentId }: InboundData<'tributary.fulfilment.packed.v1'>,
  order: Captured,
): Reading =>
  advance(order, fulfilmentId, 'packed', (fulfilment) => ({
    type: 'tributary.order.fulfilment-packed.v1',
    data: place(order, fulfilment),
  }));

export const makeReady = (
  { fulfilmentId, until }: InboundData<'tributary.pickup.ready.v1'>,
  order: Captured,
): Reading =>
  (find(order, fulfilmentId)?.method ?? 'pickup') !== 'pickup'
    ? ignored('not-a-pickup', 'This fulfilment is shipped, not collected.')
    : advance(order, fulfilmentId, 'ready', (fulfilment) => ({
        type: 'tributary.order.pickup-ready.v1',
        data: { ...place(order, fulfilment), ...(until && { until }) },
      }));

export const handOver = (
  { fulfilmentId, lines, collectedBy }: InboundData<'tributary.pickup.handed-over.v1'>,
  order: Captured,
): Reading => {
  const fulfilment = find(order, fulfilmentId);
  if (!fulfilment) return waits('allocation');
  const collected = stillHeld(fulfilment, lines);
  if (collected.length === 0)
    return ignored('already-handed-over', 'Nothing of this fulfilment is left to hand over.');
  return applied({
    type: 'tributary.order.handed-over.v1',
    data: { ...place(order, fulfilment), lines: collected, ...(collectedBy && { collectedBy }) },
  });
};

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
