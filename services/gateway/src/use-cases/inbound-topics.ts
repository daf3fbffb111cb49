import type { Inbox } from './inbox.ts';

/** What lay on an inbound topic: a CloudEvent as JSON, or something that is none. */
export type InboundRecord = { readonly topic: string } & (
  | { readonly kind: 'event'; readonly event: unknown }
  | { readonly kind: 'unreadable'; readonly raw: string; readonly reason: string }
);

/** Who may write to a topic is the broker's to say: what comes from there is told apart by the topic alone. */
const actorOf = (topic: string): string => `kafka:${topic}`;

/**
 * Takes in what integrators published to the inbound topics, in that order, as what comes over HTTP.
 * Resolves once each is recorded, accepted or quarantined.
 */
export const takeInbound = async (inbox: Inbox, records: readonly InboundRecord[]): Promise<void> => {
  await Promise.all(
    records.map((record) =>
      record.kind === 'event'
        ? inbox.take([record.event], actorOf(record.topic), record.topic)
        : inbox.quarantineText(record.raw, record.reason, actorOf(record.topic)),
    ),
  );
};
