import {
  type AppendResult,
  type EventStore,
  PartlyRecorded,
  type StreamAppend,
  inboundEventId,
} from '@tributary/event-store';

/** What is recorded of a fact of the gateway's own, one event, to any version; `attempt`, from 0, is for its id. */
export type OwnFact = (attempt: number) => StreamAppend;

/**
 * The id of a fact of the gateway's own, which follows from what it tells, so that it is recorded once.
 * Messages whose sources begin with `tributary/` are refused, but a log may hold one from before they were:
 * where it has this id, the fact takes that of the next attempt, the same each time.
 * @param what a kind of fact, such as `released`
 * @param about what it tells of
 */
export const ownFactId = (what: string, about: string, attempt: number): string =>
  inboundEventId(attempt === 0 ? `tributary/${what}` : `tributary/${what}/${attempt}`, about);

/**
 * Records a fact once, under the first id that is not a message's.
 * @throws StoreUnavailable
 */
export const recordOwn = async (store: EventStore, fact: OwnFact): Promise<AppendResult> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await store.append([fact(attempt)]);
    } catch (error) {
      // One event alone is in part recorded only where its id is, in another stream.
      if (!(error instanceof PartlyRecorded)) throw error;
    }
  }
};
