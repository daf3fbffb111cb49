import type { WhatBecame } from '@tributary/contracts';
import type { LoggedEvent } from './published-event.ts';

type Outcome = WhatBecame['outcome'];

/** Facts that end a wait of a message, or a message's time in quarantine or among the parked. */
const released = 'tributary.message.released.v1';
const dismissed = 'tributary.message.dismissed.v1';
const parked = 'tributary.message.parked.v1';
const redriven = 'tributary.message.redriven.v1';
const waits = 'tributary.order.fact-parked.v1';
const waitsNoLonger = 'tributary.order.fact-resumed.v1';

const namesIn = (data: unknown): { messageId?: unknown; eventId?: unknown; acceptedAs?: unknown } =>
  typeof data === 'object' && data !== null ? data : {};

/**
 * Of some events, those that follow from one: that name it, or one that follows from it, as their cause, or tell
 * what became of it.
 * @param events in any order
 */
export const consequencesOf = <E extends LoggedEvent>(id: string, events: readonly E[]): readonly E[] => {
  const known = new Set([id]);
  const found = new Set<E>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const event of events) {
      if (found.has(event) || event.id === id) continue;
      const { messageId, eventId, acceptedAs } = namesIn(event.data);
      const causes = [event.metadata.causationId, messageId, eventId];
      if (!causes.some((cause) => typeof cause === 'string' && known.has(cause))) continue;
      found.add(event);
      known.add(event.id);
      if (typeof acceptedAs === 'string') known.add(acceptedAs);
    }
  }
  return events.filter((event) => found.has(event));
};

/** What became of an event, told by what follows from it. */
export const outcomeOf = (
  { type }: Pick<LoggedEvent, 'type'>,
  consequences: readonly Pick<LoggedEvent, 'type'>[],
): Outcome => {
  const count = (wanted: string) => consequences.filter((each) => each.type === wanted).length;
  if (type === 'tributary.message.quarantined.v1') {
    if (count(released) > 0) return 'released';
    return count(dismissed) > 0 ? 'dismissed' : 'quarantined';
  }
  if (count(parked) > count(redriven)) return 'parked';
  if (count(waits) > count(waitsNoLonger)) return 'waiting';
  const effects = consequences.filter((each) => !isAbout(each.type));
  if (effects.length === 0) return 'accepted';
  return effects.every((each) => each.type.endsWith('.fact-ignored.v1')) ? 'ignored' : 'applied';
};

/** Tells of the message itself, not of what it did. */
const isAbout = (type: string): boolean =>
  type.startsWith('tributary.message.') || type === waits || type === waitsNoLonger;
