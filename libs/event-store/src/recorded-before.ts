import {
  type EventStore,
  PartlyRecorded,
  type RecordedEvent,
  type StreamAppend,
  WrongExpectedVersion,
} from './port.ts';

/** A version no stream has: an append that expects it records nothing, and is still answered with what is recorded. */
const neverReached = Number.MAX_SAFE_INTEGER;

/**
 * Looks up by their ids what an append would repeat, and writes nothing.
 * @param append to a stream whose appends expect no version: one that does would stand on this
 * @returns the events as they were recorded; `elsewhere` when not all of them are, or in another stream;
 *   nothing when none is recorded
 */
export const recordedBefore = async (
  store: EventStore,
  { stream, events }: Pick<StreamAppend, 'stream' | 'events'>,
): Promise<readonly RecordedEvent[] | 'elsewhere' | undefined> => {
  try {
    return (await store.append([{ stream, events, expectedVersion: neverReached }])).recorded;
  } catch (error) {
    if (error instanceof WrongExpectedVersion) return undefined;
    if (error instanceof PartlyRecorded) return 'elsewhere';
    throw error;
  }
};
