import {
  type EventStore,
  PartlyRecorded,
  type RecordedEvent,
  type StreamAppend,
  StoreUnavailable,
} from '@tributary/event-store';

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

/**
 * Records events in the order given: none is recorded unless those before it are. Appends that are sent
 * side by side do not promise that: one of them may fail and those behind it succeed.
 * @param appends of one event each, to any version
 * @returns what became of each, in this order
 * @throws CutOff those up to some point are recorded
 * @throws StoreUnavailable of none is it known that it is recorded
 */
export const recordInOrder = async (
  store: EventStore,
  appends: readonly StreamAppend[],
): Promise<Recording[]> => {
  const recordings: Recording[] = [];
  try {
    for (let from = 0; from < appends.length; from += mostTogether)
      await recordTogether(store, appends.slice(from, from + mostTogether), recordings);
    return recordings;
  } catch (error) {
    if (!(error instanceof StoreUnavailable) || recordings.length === 0) throw error;
    throw new CutOff(recordings.length, appends.length, error);
  }
};

/**
 * An append is all or nothing: where some are known already, one half is recorded after the other.
 * @param recordings to which what became of each is added
 */
const recordTogether = async (
  store: EventStore,
  appends: readonly StreamAppend[],
  recordings: Recording[],
): Promise<void> => {
  try {
    const { duplicate, recorded } = await store.append(appends);
    recordings.push(...recorded.map((event) => ({ duplicate, event })));
    return;
  } catch (error) {
    if (!(error instanceof PartlyRecorded) || appends.length === 1) throw error;
  }
  const half = Math.ceil(appends.length / 2);
  await recordTogether(store, appends.slice(0, half), recordings);
  await recordTogether(store, appends.slice(half), recordings);
};
