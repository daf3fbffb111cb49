import {
  type EventStore,
  PartlyRecorded,
  type RecordedEvent,
  type StreamAppend,
  StoreUnavailable,
} from '@tributary/event-store';
import { type OwnFact, recordOwn } from './own-facts.ts';

/** What became of an append of one event. */
export interface Recording {
  /** It had been recorded before, perhaps with other contents. */
  readonly duplicate: boolean;
  /** As it is recorded. */
  readonly event: RecordedEvent;
}

/** The store went away amid a batch; handed over again, what is recorded counts once. */
export class CutOff extends StoreUnavailable {
  /**
   * @param recorded events that certainly are, at the beginning of the batch
   * @param of so many
   */
  constructor(
    readonly recorded: number,
    of: number,
    cause: StoreUnavailable,
  ) {
    super(
      `The store went away: the first ${recorded} of ${of} events are recorded, and perhaps some of the next. Send all of them again: each counts once.`,
      { cause },
    );
  }
}

/** Events in one append: enough to share a commit, few enough that others come in between. */
const mostTogether = 500;

/** What is to be recorded, one event, to any version: a message, or a fact of the gateway's own. */
export type Recordable = StreamAppend | OwnFact;

const firstAttempt = (recordable: Recordable): StreamAppend =>
  typeof recordable === 'function' ? recordable(0) : recordable;

/**
 * Records events in the order given: none is recorded unless those before it are. Appends that are sent
 * side by side do not promise that: one of them may fail and those behind it succeed.
 * @returns what became of each, in this order
 * @throws CutOff those up to some point are recorded
 * @throws StoreUnavailable of none is it known that it is recorded
 */
export const recordInOrder = async (
  store: EventStore,
  recordables: readonly Recordable[],
): Promise<Recording[]> => {
  const recordings: Recording[] = [];
  try {
    for (let from = 0; from < recordables.length; from += mostTogether)
      await recordTogether(store, recordables.slice(from, from + mostTogether), recordings);
    return recordings;
  } catch (error) {
    if (!(error instanceof StoreUnavailable) || recordings.length === 0) throw error;
    throw new CutOff(recordings.length, recordables.length, error);
  }
};

/**
 * An append is all or nothing: where some are known already, one half is recorded after the other, down to
 * a fact whose id a message has.
 * @param recordings to which what became of each is added
 */
const recordTogether = async (
  store: EventStore,
  recordables: readonly Recordable[],
  recordings: Recording[],
): Promise<void> => {
  const [only, ...others] = recordables;
  try {
    const { duplicate, recorded } =
      typeof only === 'function' && others.length === 0
        ? await recordOwn(store, only)
        : await store.append(recordables.map(firstAttempt));
    recordings.push(...recorded.map((event) => ({ duplicate, event })));
    return;
  } catch (error) {
    if (!(error instanceof PartlyRecorded) || others.length === 0) throw error;
  }
  const half = Math.ceil(recordables.length / 2);
  await recordTogether(store, recordables.slice(0, half), recordings);
  await recordTogether(store, recordables.slice(half), recordings);
};
