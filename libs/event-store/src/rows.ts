import type { EventMetadata, RecordedEvent } from './port.ts';

export const columns = 'position, stream, version, id, type, time, recorded, data, metadata, hash';

/** A row in the order of `columns`. */
export type Row = [
  position: number,
  stream: string,
  version: number,
  id: string,
  type: string,
  time: string,
  recorded: string,
  data: string,
  metadata: string,
  hash: string,
];

/** @param prefixLength length of the service's prefix to take off the stream's name */
export const toEvent = (row: Row, prefixLength: number): RecordedEvent => ({
  position: row[0],
  stream: row[1].slice(prefixLength),
  version: row[2],
  id: row[3],
  type: row[4],
  time: row[5],
  recordedTime: row[6],
  data: JSON.parse(row[7]) as unknown,
  metadata: JSON.parse(row[8]) as EventMetadata,
});

/**
 * The same, with data and metadata parsed when somebody first looks: who follows the whole log
 * passes over most of it by type alone.
 */
export const toLazyEvent = (row: Row, prefixLength: number): RecordedEvent => {
  let data: unknown;
  let metadata: EventMetadata | undefined;
  const event: RecordedEvent = {
    position: row[0],
    stream: row[1].slice(prefixLength),
    version: row[2],
    id: row[3],
    type: row[4],
    time: row[5],
    recordedTime: row[6],
    get data() {
      return (data ??= JSON.parse(row[7]) as unknown);
    },
    get metadata() {
      return (metadata ??= JSON.parse(row[8]) as EventMetadata);
    },
  };
  // No part of what an event is: where two are compared it does not count.
  return Object.defineProperty(event, 'dataJson', { value: row[7] });
};
