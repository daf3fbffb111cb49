import type { Submitter } from '@tributary/contracts';
import type { Admission } from '@tributary/event-bus';
import type { Inbox } from './inbox.ts';

/** What lay on an entrance: a CloudEvent as JSON, or something that is none. */
export type InboundRecord = {
  /** Without the namespace of the installation. */
  readonly topic: string;
  /** Where on the brokers it lies. */
  readonly place: string;
} & (
  | { readonly kind: 'event'; readonly event: unknown }
  | { readonly kind: 'unreadable'; readonly raw: string; readonly reason: string }
);

/** How long messages wait for room before they are handed over again, in milliseconds. */
const patience = 1_000;

/** Who may write to a topic is the broker's to say: what comes from there is told apart by the topic alone. */
const submitterOf = (topic: string): Submitter => ({ actor: `kafka:${topic}` });

/**
 * Takes in what integrators published to the entrances, as what comes over HTTP: what is known already is
 * no news, and what is wrong goes to quarantine. A message is what its type says, on whichever entrance it
 * came. Resolves once each is recorded, the events of a topic in the order given.
 * @throws Overloaded none is recorded
 * @throws StoreUnavailable some may be recorded by now: hand over all of them again
 */
export const takeInbound = async (
  inbox: Inbox,
  records: readonly InboundRecord[],
  admission: Admission,
): Promise<void> => {
  await admission.whenRoom(records.length, patience);
  for (const [topic, own] of Map.groupBy(records, (record) => record.topic)) {
    const by = submitterOf(topic);
    const events = own.flatMap((record) => (record.kind === 'event' ? [record.event] : []));
    await inbox.take(events, by);
    const unreadable = own.filter((record) => record.kind === 'unreadable');
    await Promise.all(
      unreadable.map(({ raw, reason, place }) =>
        inbox.quarantineText(raw, `${reason} It lies at ${place}.`, by),
      ),
    );
  }
};
