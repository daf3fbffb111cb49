import type { ExpectedVersion, NewEvent, StreamAppend, StreamCheck } from './port.ts';

/** An event with its JSON, written before it waits: what cannot be written fails alone, and later changes to the object do not matter. */
export interface PreparedEvent {
  readonly event: NewEvent;
  readonly data: string;
  readonly metadata: string;
}

export interface PreparedStream {
  /** As the service calls it. */
  readonly name: string;
  /** As the log calls it. */
  readonly stream: string;
  readonly expectedVersion: ExpectedVersion;
  readonly events: readonly PreparedEvent[];
}

export interface PreparedCheck extends StreamCheck {
  /** As the service calls it; `stream` is as the log calls it. */
  readonly name: string;
}

const noChecks: readonly PreparedCheck[] = [];

/** @param checks undefined for none, which is what most appends have */
export const prepareChecks = (
  prefix: string,
  checks: readonly StreamCheck[] | undefined,
): readonly PreparedCheck[] =>
  checks?.map(({ stream, version }) => ({ name: stream, stream: prefix + stream, version })) ?? noChecks;

/** @throws RangeError the append names nothing, or a name or payload that cannot be stored */
export const prepare = (prefix: string, appends: readonly StreamAppend[]): PreparedStream[] => {
  if (appends.length === 0) throw new RangeError('An append names at least one stream.');
  return appends.map(({ stream, expectedVersion, events }) => {
    if (events.length === 0) throw new RangeError(`An append names at least one event for ${stream}.`);
    if (stream.includes('\n')) throw new RangeError('The name of a stream holds no line feed.');
    return { name: stream, stream: prefix + stream, expectedVersion, events: events.map(prepareEvent) };
  });
};

/** @throws RangeError it cannot be stored */
export const prepareEvent = (event: NewEvent): PreparedEvent => {
  const { id, type, time } = event;
  if (id.includes('\n') || type.includes('\n') || time.includes('\n')) {
    throw new RangeError('The id, type and time of an event hold no line feed.');
  }
  const data = JSON.stringify(event.data) as string | undefined;
  const metadata = JSON.stringify(event.metadata) as string | undefined;
  if (data === undefined || metadata === undefined)
    throw new RangeError(`Event ${id} has no data or no metadata.`);
  return { event, data, metadata };
};

/**
 * Text on a server holds no NUL, and no half of a surrogate pair: kept as it is, or not at all.
 * @throws RangeError
 */
export const refuseUnstorable = (appends: readonly PreparedStream[]): void => {
  for (const { name, events } of appends)
    for (const text of [name, ...events.flatMap(({ event: { id, type, time } }) => [id, type, time])])
      if (text.includes('\0') || !text.isWellFormed())
        throw new RangeError('The names, ids, types and times of events are Unicode text without NUL.');
};
