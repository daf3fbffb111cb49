import { type LocationId, type Method, maybeSourcedHere } from '@tributary/contracts';
import type { Captured, OrderEvent } from '../order.ts';
import { type Reading, appliedExcept, ignored } from '../reading.ts';
import { type FulfilmentState, decidedElsewhere } from './fulfilments.ts';
import { find } from './held.ts';

/** The fulfilment a message is about, and what has to be recorded first where it was not known. */
export interface Addressed {
  readonly fulfilment: FulfilmentState;
  readonly reported: readonly OrderEvent[];
}

/** What a message says of the fulfilment it is about. */
export interface About {
  readonly fulfilmentId: string;
  readonly location?: LocationId | undefined;
}

/**
 * A message about a fulfilment that sourcing may have decided waits until that is known. Any other is
 * of a system that decides itself, a WMS, a marketplace, a drop-shipper, or of imported history: it is
 * known from the first message on. Which of the two it is depends on its id and on how the order was
 * placed, not on what came first.
 * @returns undefined where it is to wait
 */
export const addressed = (order: Captured, { fulfilmentId, location }: About): Addressed | undefined => {
  const known = find(order, fulfilmentId);
  if (known && (!known.elsewhere || known.location || !location)) return { fulfilment: known, reported: [] };
  if (!known && !order.sourcedElsewhere && maybeSourcedHere(fulfilmentId)) return undefined;
  const method = known?.method ?? methodOf(order);
  const told = { fulfilmentId, method, ...(location && { location }) };
  return {
    fulfilment: known ? { ...known, ...(location && { location }) } : decidedElsewhere(told),
    reported: [{ type: 'tributary.order.fulfilment-reported.v1', data: { orderId: order.orderId, ...told } }],
  };
};

/** Until a hand-over says otherwise, as the customer asked for it. */
const methodOf = ({ lines }: Captured): Method =>
  lines.every(({ method }) => method === 'pickup') ? 'pickup' : 'ship';

/** Goods leave from where the message says that they do; of a fulfilment sourced here that is known. */
export const leavesFrom = (fulfilment: FulfilmentState, { location }: About): FulfilmentState => {
  if (!fulfilment.elsewhere) return fulfilment;
  const { location: _, ...rest } = fulfilment;
  return { ...rest, ...(location && { location }) };
};

/** A message without effect may still be the first to say where a fulfilment is. */
export const keptBesides = (reported: readonly OrderEvent[], code: string, reason: string): Reading =>
  reported.length > 0 ? appliedExcept({ code, reason }, ...reported) : ignored(code, reason);
