import type { InboundData } from '@tributary/contracts';
import type { Captured, OrderEvent } from '../order.ts';
import { type Reading, applied, appliedExcept, ignored, waits } from '../reading.ts';
import { type FulfilmentStage, type FulfilmentState, reached } from './fulfilments.ts';
import { tellingWaited, unitsOf } from '../lines/lines.ts';
import { type About, addressed, keptBesides, leavesFrom } from './elsewhere.ts';
import { type Asked, askedOf, find, place, stillHeld } from './held.ts';
import { leaving, unknownLines } from './leaving.ts';
import { serialsOf } from '../serials.ts';

/** Moves a fulfilment on to a stage, unless it is there already or no longer holds anything to work on. */
const advance = (
  order: Captured,
  about: About,
  stage: FulfilmentStage,
  event: (fulfilment: FulfilmentState) => OrderEvent,
): Reading => {
  const found = addressed(order, about);
  if (!found) return waits('allocation');
  const { fulfilment, reported } = found;
  if (reached(fulfilment, stage))
    return keptBesides(reported, `already-${stage}`, `The fulfilment is ${stage} already, or further.`);
  if (fulfilment.lines.length === 0 && !fulfilment.elsewhere)
    return ignored('nothing-held', 'The fulfilment no longer holds anything.');
  return applied(...reported, event(fulfilment));
};

export const accept = (data: InboundData<'tributary.fulfilment.accepted.v1'>, order: Captured): Reading =>
  advance(order, data, 'accepted', (fulfilment) => ({
    type: 'tributary.order.fulfilment-accepted.v1',
    data: place(order, fulfilment),
  }));

export const pick = (data: InboundData<'tributary.fulfilment.picked.v1'>, order: Captured): Reading =>
  advance(order, data, 'picked', (fulfilment) => ({
    type: 'tributary.order.fulfilment-picked.v1',
    data: { ...place(order, fulfilment), lines: pickedOf(order, fulfilment, data.lines) },
  }));

/** What another system picks is what it says; nothing is held for it here. */
const pickedOf = (order: Captured, fulfilment: FulfilmentState, asked: Asked) =>
  fulfilment.elsewhere
    ? unitsOf(order.lines, ({ lineId }) => askedOf(asked ?? [], lineId))
    : stillHeld(fulfilment, asked);

export const short = (data: InboundData<'tributary.fulfilment.shorted.v1'>, order: Captured): Reading => {
  const found = addressed(order, data);
  if (!found) return waits('allocation');
  const { fulfilment, reported } = found;
  const { lines } = data;
  if (fulfilment.elsewhere || !fulfilment.location)
    return keptBesides(
      reported,
      'decided-elsewhere',
      'Who decided this fulfilment decides what becomes of it.',
    );
  const reasons = new Map(lines.map(({ lineId, reason }) => [lineId as string, reason]));
  const shorted = stillHeld(fulfilment, lines).map((line) => ({
    ...line,
    reason: reasons.get(line.lineId)!,
  }));
  if (shorted.length === 0) return ignored('nothing-held', 'The fulfilment no longer holds these lines.');
  return applied({
    type: 'tributary.order.fulfilment-shorted.v1',
    data: {
      ...place(order, fulfilment),
      location: fulfilment.location,
      method: fulfilment.method,
      lines: shorted,
    },
  });
};

export const pack = (data: InboundData<'tributary.fulfilment.packed.v1'>, order: Captured): Reading =>
  advance(order, data, 'packed', (fulfilment) => ({
    type: 'tributary.order.fulfilment-packed.v1',
    data: place(order, fulfilment),
  }));

export const makeReady = (data: InboundData<'tributary.pickup.ready.v1'>, order: Captured): Reading => {
  const known = find(order, data.fulfilmentId);
  return known && !known.elsewhere && known.method !== 'pickup'
    ? ignored('not-a-pickup', 'This fulfilment is shipped, not collected.')
    : advance(order, data, 'ready', (fulfilment) => ({
        type: 'tributary.order.pickup-ready.v1',
        data: { ...place(order, fulfilment), ...(data.until && { until: data.until }) },
      }));
};

export const handOver = (data: InboundData<'tributary.pickup.handed-over.v1'>, order: Captured): Reading => {
  const found = addressed(order, data);
  if (!found) return waits('allocation');
  const { fulfilment, reported } = found;
  const { lines, collectedBy } = data;
  const collected = leaving(order, fulfilment, lines, true);
  const unknown = unknownLines(order, lines);
  if (!collected) {
    const { code, reason } = unknown ?? {
      code: 'already-handed-over',
      reason: 'Nothing of this fulfilment is left to hand over.',
    };
    return keptBesides(reported, code, reason);
  }
  const event = tellingWaited(order, {
    type: 'tributary.order.handed-over.v1' as const,
    data: {
      ...place(order, leavesFrom(fulfilment, data)),
      ...collected,
      ...serialsOf(lines ?? [], order.lines),
      ...(collectedBy && { collectedBy }),
    },
  });
  return unknown ? appliedExcept(unknown, ...reported, event) : applied(...reported, event);
};
