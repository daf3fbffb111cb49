import type { ExpectedVersion, NewEvent, StreamAppend } from '../port.ts';

/** An event with its JSON, written before it waits: what cannot be written fails alone, and later changes to the object do not matter. */
export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  /** Read back out of `text`, so that it is what was meant when the append was made. */
  readonly data: unknown;
  /** JSON text of the data. */
  readonly text: string;
  /** JSON text. */
  readonly metadata: string;
}

export interface PreparedPart {
  /** As the service calls the stream. */
  readonly name: string;
  /** `<service>/<stream>`. */
  readonly stream: string;
  readonly expectedVersion: ExpectedVersion;
  readonly events: readonly PreparedEvent[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * @param prefix of the service
 * @throws RangeError the append names nothing, or a name, id or payload that cannot be stored
 */
export const prepare = (prefix: string, appends: readonly StreamAppend[]): PreparedPart[] => {
  if (appends.length === 0) throw new RangeError('An append names at least one stream.');
  return appends.map(({ stream, expectedVersion, events }) => {
    if (events.length === 0) throw new RangeError(`An append names at least one event for ${stream}.`);
    if (stream.includes('\n')) throw new RangeError('The name of a stream holds no line feed.');
    return { name: stream, stream: prefix + stream, expectedVersion, events: events.map(prepareEvent) };
  });
};

export const prepareEvent = ({ id, type, time, data, metadata }: NewEvent): PreparedEvent => {
  if (type.includes('\n') || time.includes('\n')) {
    throw new RangeError('The type and time of an event hold no line feed.');
  }
  if (!uuid.test(id)) throw new RangeError(`The id of an event is a UUID, which ${id} is not.`);
  const text = JSON.stringify(data) as string | undefined;
  const context = JSON.stringify(metadata) as string | undefined;
  if (text === undefined || context === undefined)
    throw new RangeError(`Event ${id} has no data or no metadata.`);
  return { id, type, time, data: JSON.parse(text) as unknown, text, metadata: context };
};
