import {
  type EventStore,
  PartlyRecorded,
  type RecordedEvent,
  type StreamAppend,
} from '@tributary/event-store';

/** What became of an append of one event. */
export interface Recording {
  /** It had been recorded before, perhaps with other contents. */
  readonly duplicate: boolean;
  /** As it is recorded. */
  readonly event: RecordedEvent;
}

/** Events in one append: enough to share a commit, few enough that others come in between. */
const mostTogether = 500;

/**
 * Records events in the order given: none is recorded unless those before it are. Appends that are sent
 * side by side do not promise that: one of them may fail and those behind it succeed.
 * @param appends of one event each, to any version
 * @returns what became of each, in this order
 * @throws StoreUnavailable those up to some point are recorded
 */
export const recordInOrder = async (
  store: EventStore,
  appends: readonly StreamAppend[],
): Promise<Recording[]> => {
  const recordings: Recording[] = [];
  for (let from = 0; from < appends.length; from += mostTogether)
    recordings.push(...(await recordTogether(store, appends.slice(from, from + mostTogether))));
  return recordings;
};

/** An append is all or nothing: where some are known already, one half is recorded after the other. */
const recordTogether = async (
  store: EventStore,
  appends: readonly StreamAppend[],
): Promise<readonly Recording[]> => {
  try {
    const { duplicate, recorded } = await store.append(appends);
    return recorded.map((event) => ({ duplicate, event }));
  } catch (error) {
    if (!(error instanceof PartlyRecorded) || appends.length === 1) throw error;
  }
  const half = Math.ceil(appends.length / 2);
  const before = await recordTogether(store, appends.slice(0, half));
  return [...before, ...(await recordTogether(store, appends.slice(half)))];
};
