import { randomUUID } from 'node:crypto';
import { type JSONEventData, type JSONType, jsonEvent } from '@kurrent/kurrentdb-client';
import type { StreamHead } from '../batch.ts';
import { type EventMetadata, type RecordedEvent, StoreUnavailable } from '../port.ts';
import type { Row } from '../rows.ts';
import { nameOf } from './stream-names.ts';

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

/** What stands beside an event's data; transactions over several streams take properties of text only. */
type Properties = {
  /** Place in the stream, from 1. */
  readonly version: string;
  readonly hash: string;
  /** When it was recorded, by the clock of the process that did. */
  readonly recorded: string;
  readonly time: string;
  /** The port's metadata, JSON text: its bytes are hashed. */
  readonly metadata: string;
  /** Where it is not the id that KurrentDB gives back, which is in lower case. */
  readonly id?: string;
  /** Where it is not the record's type, which may not hold any letter. */
  readonly type?: string;
};

/** Where a stream ends. */
export interface Head extends StreamHead {
  /** Of its last record, -1 in a stream nobody wrote: past `version - 1` by the marks that stand in it. */
  readonly revision: number;
  /** When its last event was recorded; empty where there is none. */
  readonly recorded: string;
}

export const noHead: Head = { version: 0, hash: '', revision: -1, recorded: '' };

/** Characters that a server refuses in the name of a type. */
const foreign = /[^a-zA-Z0-9_.-]/g;

/** Stands in a stream that was looked at, so that who looked at it before fails: it is no event. */
const mark = 'looked-at';

export const isMark = ({ type }: StoredRecord): boolean => type === mark;

/** Not a mark, and nothing that the server itself wrote, as it does where a stream is deleted for ever. */
export const isEvent = ({ type }: StoredRecord): boolean => type !== mark && !type.startsWith('$');

/** @throws StoreUnavailable somebody else wrote it */
const propertiesOf = ({ metadata, streamId, revision }: StoredRecord): Properties => {
  const properties = metadata as Partial<Record<keyof Properties, unknown>> | undefined;
  const isOurs = ['version', 'hash', 'recorded'].every(
    (name) => typeof properties?.[name as keyof Properties] === 'string',
  );
  if (!isOurs) throw new StoreUnavailable(`Record ${revision} of ${streamId} is not Tributary's.`);
  return properties as Properties;
};

/**
 * An event's row as a record; the row's data are JSON text.
 * The id that the server knows it by is the event's own, so that writing it twice is no accident.
 */
export const recordOf = ([
  ,
  ,
  version,
  id,
  type,
  time,
  recorded,
  data,
  metadata,
  hash,
]: Row): JSONEventData => {
  const safe = type.replace(foreign, '_');
  const named = safe === '' || safe === mark ? `${safe}_` : safe;
  const properties: Properties = {
    version: String(version),
    hash,
    recorded,
    time,
    metadata,
    ...(id !== id.toLowerCase() && { id }),
    ...(named !== type && { type }),
  };
  return jsonEvent({ id, type: named, data: JSON.parse(data) as JSONType, metadata: properties });
};

/** Leaves the stream's end as it is, but for the server's count. */
export const markOf = ({ version, hash, recorded }: Head): JSONEventData =>
  jsonEvent({ type: mark, data: {}, metadata: { version: String(version), hash, recorded } });

export const headOf = (record: StoredRecord | undefined): Head => {
  if (!record) return noHead;
  const { version, hash, recorded } = propertiesOf(record);
  return { version: Number(version), hash, revision: Number(record.revision), recorded };
};

export const versionOf = (record: StoredRecord): number => Number(propertiesOf(record).version);

/**
 * Offset in the server's log: it ascends over all streams, and has gaps.
 * @throws StoreUnavailable the log outgrew what a number counts exactly: 9 petabytes
 */
export const positionOf = ({ position }: StoredRecord): number => {
  const commit = position?.commit ?? 0n;
  if (commit > BigInt(Number.MAX_SAFE_INTEGER))
    throw new StoreUnavailable(`Position ${commit} is past 2^53, beyond which positions are not exact.`);
  return Number(commit);
};

/**
 * @param cut characters of the log's prefix, to take off the stream's name
 * @param service characters of the service's prefix, to take off what is left
 */
export const toEvent = (record: StoredRecord, cut: number, service = 0): RecordedEvent => {
  const { version, id, type, time, recorded, metadata } = propertiesOf(record);
  return {
    position: positionOf(record),
    stream: nameOf(record.streamId.slice(cut)).slice(service),
    version: Number(version),
    id: id ?? record.id,
    type: type ?? record.type,
    time,
    recordedTime: recorded,
    data: record.data,
    metadata: JSON.parse(metadata) as EventMetadata,
  };
};

/**
 * The event as it was hashed. Data come parsed; writing them again gives the stored text, because that text was
 * itself written so: the order of keys, numbers and escapes are fixed points.
 */
export const toRow = (record: StoredRecord, cut: number): Row => {
  const { version, id, type, time, recorded, metadata, hash } = propertiesOf(record);
  return [
    positionOf(record),
    nameOf(record.streamId.slice(cut)),
    Number(version),
    id ?? record.id,
    type ?? record.type,
    time,
    recorded,
    JSON.stringify(record.data) ?? '',
    metadata,
    hash,
  ];
};

/** Where an event stands, kept under its id. */
export interface Reservation {
  /** `<service>/<stream>`. */
  readonly stream: string;
  /** Of the event's record. */
  readonly revision: number;
  readonly version: number;
  /** Names the process that recorded it, as it was open then. */
  readonly by: string;
}

/** Its own id is new each time: a second reservation must be a conflict, never taken for the first told again. */
export const reservationOf = (reservation: Reservation): JSONEventData =>
  jsonEvent({ id: randomUUID(), type: 'reserved', data: { ...reservation } });
