import { type JSONEventData, jsonEvent } from '@kurrent/kurrentdb-client';
import { chainHash } from '../hash-chain.ts';
import { type EventMetadata, type RecordedEvent, StoreUnavailable } from '../port.ts';
import type { PreparedEvent } from './prepared-append.ts';

/** A record as the client gives it, of any stream. */
export interface StoredRecord {
  readonly streamId: string;
  readonly id: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: { readonly commit: bigint };
}

/** What stands beside an event's data; multi-stream appends take text properties only. */
type EventProperties = {
  /** When it was recorded, by the clock of the process that did. */
  readonly recorded: string;
  readonly hash: string;
  readonly time: string;
  /** The port's metadata, JSON text: its bytes are hashed. */
  readonly metadata: string;
  /** Where it is not the id that KurrentDB gives back, which is in lower case. */
  readonly id?: string;
  /** Where it is not the record's type. */
  readonly type?: string;
};

/** An event in its place, with the link that chains it to the one before. */
export interface ChainedEvent {
  /** `<service>/<stream>`. */
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
  readonly recorded: string;
  readonly event: PreparedEvent;
}

/** Where a stream ends. */
export interface Head {
  readonly version: number;
  readonly hash: string;
  /** When its last event was recorded; empty for a stream nobody wrote. */
  readonly recorded: string;
}

export const noHead: Head = { version: 0, hash: '', recorded: '' };

export const chain = (stream: string, head: Head, event: PreparedEvent, recorded: string): ChainedEvent => {
  const { id, type, time, text: data, metadata } = event;
  const version = head.version + 1;
  const hash = chainHash(head.hash, { stream, version, id, type, time, recorded, data, metadata });
  return { stream, version, hash, recorded, event };
};

/** Version 25.1 refuses other characters in the name of a type. */
const foreign = /[^a-zA-Z0-9_.-]/g;

/** The record that KurrentDB keeps: the port's id is its id, the data are plain JSON that others can read. */
export const toRecord = ({ hash, recorded, event }: ChainedEvent): JSONEventData => {
  const { id, time, metadata } = event;
  const type = event.type.replaceAll(foreign, '_') || '_';
  const properties: EventProperties = {
    recorded,
    hash,
    time,
    metadata,
    ...(id === id.toLowerCase() ? {} : { id }),
    ...(type === event.type ? {} : { type: event.type }),
  };
  return jsonEvent({ id: id.toLowerCase(), type, data: event.data as never, metadata: properties });
};

const propertiesOf = ({ metadata, streamId, revision }: StoredRecord): EventProperties => {
  const properties = metadata as Partial<EventProperties> | undefined;
  if (typeof properties?.metadata !== 'string' || typeof properties.recorded !== 'string') {
    throw new StoreUnavailable(`Event ${revision} of ${streamId} was not written by this adapter.`);
  }
  return properties as EventProperties;
};

/** @throws StoreUnavailable the log outgrew what a number counts exactly: 9 petabytes */
export const positionOf = ({ position }: StoredRecord): number => {
  const commit = position?.commit ?? 0n;
  if (commit > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new StoreUnavailable(`Position ${commit} is past 2^53, beyond which positions are not exact.`);
  }
  return Number(commit);
};

/** @param cut characters of the stream's name to take off */
export const toEvent = (record: StoredRecord, cut: number): RecordedEvent => {
  const properties = propertiesOf(record);
  return {
    position: positionOf(record),
    stream: record.streamId.slice(cut),
    version: Number(record.revision) + 1,
    id: properties.id ?? record.id,
    type: properties.type ?? record.type,
    time: properties.time,
    recordedTime: properties.recorded,
    data: record.data,
    metadata: JSON.parse(properties.metadata) as EventMetadata,
  };
};

export const headOf = (record: StoredRecord | undefined): Head => {
  if (!record) return noHead;
  const { hash, recorded } = propertiesOf(record);
  return { version: Number(record.revision) + 1, hash, recorded };
};

/**
 * What the event's hash should be. Data come parsed; writing them again gives the stored text,
 * because the text was itself written so: order of keys, numbers and escapes are fixed points.
 */
export const computedHash = (record: StoredRecord, previous: string, cut: number): string => {
  const { recorded, time, metadata, id, type } = propertiesOf(record);
  return chainHash(previous, {
    stream: record.streamId.slice(cut),
    version: Number(record.revision) + 1,
    id: id ?? record.id,
    type: type ?? record.type,
    time,
    recorded,
    data: JSON.stringify(record.data) ?? '',
    metadata,
  });
};

/** Says where an event stands, under a stream named for its id. */
export interface Reservation {
  /** `<service>/<stream>`. */
  readonly stream: string;
  readonly version: number;
  /** Which append recorded it. */
  readonly attempt: string;
}

export const reservationRecord = (reservation: Reservation): JSONEventData =>
  jsonEvent({ type: 'reserved', data: { ...reservation } });
