import type { Hold } from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import type { Captured, OrderEvent } from '../order.ts';
import { hasRoomFor, held, isInForce, knownHold, tooManyReasons } from './holds.ts';
import { released } from './released.ts';

/**
 * Somebody holds the order, knowing all that is known of it.
 * @param now UTC ISO 8601
 */
export const hold = (asked: Hold, order: Captured, now: string): Decision<OrderEvent, Refusal> => {
  const known = knownHold(order, asked.reason);
  if (isInForce(known))
    return refuse({ code: 'already-held', reason: `It is held for ${asked.reason} already.` });
  if (!hasRoomFor(order, asked.reason)) return refuse(tooManyReasons);
  return accept(held(order, asked, known.upTo && known.upTo >= now ? justAfter(known.upTo) : now));
};

/**
 * Somebody releases the order from one of its holds.
 * @param now UTC ISO 8601
 */
export const release = (
  { reason, note }: Pick<Hold, 'reason' | 'note'>,
  order: Captured,
  now: string,
): Decision<OrderEvent, Refusal> => {
  const known = knownHold(order, reason);
  if (!isInForce(known)) return refuse({ code: 'not-held', reason: `It is not held for ${reason}.` });
  return accept(released(order, { reason, note, upTo: known.since! > now ? known.since! : now }));
};

/** What clocks of other systems say may lie ahead of ours: a person's word comes after it all the same. */
const justAfter = (moment: string): string => new Date(Date.parse(moment) + 1).toISOString();
