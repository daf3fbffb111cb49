import type { WebhookFact } from '@tributary/contracts';

type Fact = Extract<WebhookFact, { type: 'tributary.webhook.given-up.v1' }>;

/** A message that was given up, and when. */
export interface GivenUp extends Omit<Fact['data'], 'webhookId'> {
  /** UTC ISO 8601. */
  readonly at: string;
}

/** What was given up and not taken after all, in that order, by the id of its event. */
export type GivenUpEvents = ReadonlyMap<string, GivenUp>;

/** @param at when it was recorded, UTC ISO 8601 */
export const givenUpAfter = (before: GivenUpEvents, fact: WebhookFact, at: string): GivenUpEvents => {
  switch (fact.type) {
    case 'tributary.webhook.given-up.v1': {
      const { webhookId: _, ...message } = fact.data;
      return new Map(before).set(message.eventId, { ...message, at });
    }
    case 'tributary.webhook.redelivered.v1': {
      const next = new Map(before);
      next.delete(fact.data.eventId);
      return next;
    }
    default:
      return before;
  }
};

/**
 * Part of what was given up. Entries leave it when they are taken after all, so the cursor names a place in time, not
 * one of them.
 * @param cursor `next` of the part before
 */
export const givenUpPart = (
  all: GivenUpEvents,
  limit: number,
  cursor = '',
): { readonly items: readonly GivenUp[]; readonly next?: string } => {
  const left = [...all.values()]
    .filter((each) => placeOf(each) > cursor)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const items = left.slice(0, limit);
  return { items, ...(left.length > items.length && { next: placeOf(items.at(-1)!) }) };
};

const placeOf = ({ at, eventId }: GivenUp): string => `${at}~${eventId}`;
