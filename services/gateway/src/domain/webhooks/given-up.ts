import type { WebhookFact } from '@tributary/contracts';

type Fact = Extract<WebhookFact, { type: 'tributary.webhook.given-up.v1' }>;

/** A message that was given up, and when. */
export interface GivenUp extends Omit<Fact['data'], 'webhookId'> {
  /** UTC ISO 8601. */
  readonly at: string;
}

/** What was given up and not taken after all, in that order, by the id of its event. */
export type GivenUpEvents = ReadonlyMap<string, GivenUp>;

/** A fact about a webhook, and when it was recorded, UTC ISO 8601. */
export interface RecordedFact {
  readonly fact: WebhookFact;
  readonly at: string;
}

/** @param facts of one webhook, in their order */
export const givenUpAmong = (facts: Iterable<RecordedFact>): GivenUpEvents => {
  const found = new Map<string, GivenUp>();
  for (const { fact, at } of facts) {
    if (fact.type === 'tributary.webhook.given-up.v1') {
      const { webhookId: _, ...message } = fact.data;
      found.set(message.eventId, { ...message, at });
    }
    if (fact.type === 'tributary.webhook.redelivered.v1') found.delete(fact.data.eventId);
  }
  return found;
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
