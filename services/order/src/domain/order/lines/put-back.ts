import type { ReservedQuantity } from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import { find, heldBy } from '../fulfilment/held.ts';
import { type FulfilmentState, isInHands, quantityOf } from '../fulfilment/fulfilments.ts';
import type { Captured, OrderEvent } from '../order.ts';
import { type CancelledUnits, type Cancellation, askedOf, cancelled } from './cancel.ts';
import { type Line, openQuantity } from './lines.ts';

/**
 * Somebody cancels: what no location has in its hands ends at once, and for what one has picked it is asked
 * first, since the parcel may be closed already.
 */
export const cancelOrAsk = (request: Cancellation, order: Captured): Decision<OrderEvent, Refusal> => {
  const parts = order.lines.map((line) => partsOf(line, request, order));
  const now = parts.filter(({ quantity }) => quantity > 0);
  const asked = parts.flatMap(({ toAsk }) => toAsk);
  const events = [
    ...(now.length > 0 ? [cancelled(order, now, request.reason, (one) => !isInHands(one))] : []),
    ...(asked.length > 0 ? [askedFor(asked, request, order)] : []),
  ];
  if (events.length > 0) return accept(...events);
  return parts.some(({ isAsked }) => isAsked)
    ? refuse({ code: 'already-asked', reason: 'The location was asked already: it has not answered yet.' })
    : refuse({
        code: 'nothing-to-cancel',
        reason: 'Everything asked for has left already or was cancelled before.',
      });
};

/** `quantity` of them are cancelled at once. */
interface Parts extends CancelledUnits {
  /** Units that locations are to be asked for. */
  readonly toAsk: readonly ReservedQuantity[];
  readonly isAsked: boolean;
}

const partsOf = (line: Line, request: Cancellation, order: Captured): Parts => {
  const picked = heldBy(order, line.lineId, Number.MAX_SAFE_INTEGER, isInHands);
  const inHands = quantityOf(picked, line.lineId);
  const wanted = Math.min(askedOf(line, request.lines), openQuantity(line));
  const free = Math.min(wanted, openQuantity(line) - inHands);
  const before = order.askedToPutBack.filter(({ lineId }) => lineId === line.lineId);
  let left = wanted - free - quantityOf(before, line.lineId);
  const toAsk = picked.flatMap((one) => {
    const there = before.filter(({ fulfilmentId }) => fulfilmentId === one.fulfilmentId);
    const asked = quantityOf(there, line.lineId);
    const quantity = Math.max(0, Math.min(left, one.quantity - asked));
    left -= quantity;
    return quantity > 0 ? [{ ...one, quantity }] : [];
  });
  return { line, quantity: free, toAsk, isAsked: wanted > free && before.length > 0 };
};

const askedFor = (
  lines: ReservedQuantity[],
  { reason }: Cancellation,
  { orderId }: Captured,
): OrderEvent => ({
  type: 'tributary.order.cancel-asked.v1',
  data: { orderId, lines, ...(reason && { reason }) },
});

/** What a location that was asked says. */
export interface PutBackAnswer {
  readonly fulfilmentId: string;
  readonly outcome: 'put-back' | 'too-late';
  readonly reason?: string | undefined;
}

/** The location answers: what it put back is cancelled, and for what is too late it stays as it was. */
export const answerPutBack = (
  { fulfilmentId, outcome, reason }: PutBackAnswer,
  order: Captured,
): Decision<OrderEvent, Refusal> => {
  const fulfilment = find(order, fulfilmentId);
  const lines = fulfilment ? stillAsked(fulfilment, order) : [];
  if (lines.length === 0)
    return refuse({ code: 'not-asked', reason: `Nothing of ${fulfilmentId} is asked to be put back.` });
  const { orderId } = order;
  const because = reason ? { reason } : {};
  if (outcome === 'too-late')
    return accept({ type: 'tributary.order.cancel-declined.v1', data: { orderId, lines, ...because } });
  return accept({
    type: 'tributary.order.cancelled.v1',
    data: {
      orderId,
      lines: lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
      release: lines,
      ...because,
    },
  });
};

const stillAsked = ({ fulfilmentId, lines }: FulfilmentState, order: Captured): ReservedQuantity[] => {
  const asked = order.askedToPutBack.filter((one) => one.fulfilmentId === fulfilmentId);
  const byLine = Map.groupBy(asked, ({ lineId }) => lineId);
  return [...byLine].flatMap(([lineId, [first, ...more]]) => {
    const all = more.reduce((sum, { quantity }) => sum + quantity, first!.quantity);
    const quantity = Math.min(all, quantityOf(lines, lineId));
    return quantity > 0 ? [{ ...first!, quantity }] : [];
  });
};
