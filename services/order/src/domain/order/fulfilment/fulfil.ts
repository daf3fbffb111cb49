import type { InboundData } from '@tributary/contracts';
import type { Captured, OrderEvent } from '../order.ts';
import { type Reading, applied, appliedExcept, ignored, waits } from '../reading.ts';
import { type FulfilmentStage, type FulfilmentState, reached } from './fulfilments.ts';
import { tellingWaited } from '../lines/lines.ts';
import { find, place, stillHeld } from './held.ts';
import { leaving, unknownLines } from './leaving.ts';

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
  const collected = leaving(order, fulfilment, lines, true);
  const unknown = unknownLines(order, lines);
  if (!collected)
    return unknown
      ? ignored(unknown.code, unknown.reason)
      : ignored('already-handed-over', 'Nothing of this fulfilment is left to hand over.');
  const event = tellingWaited(order, {
    type: 'tributary.order.handed-over.v1' as const,
    data: { ...place(order, fulfilment), ...collected, ...(collectedBy && { collectedBy }) },
  });
  return unknown ? appliedExcept(unknown, event) : applied(event);
};
