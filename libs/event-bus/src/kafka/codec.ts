import {
  type EventHeader,
  type EventHeaders,
  epochPattern,
  partitionKeyOf,
  topicOf,
} from '@tributary/contracts';
import type { EventMetadata, RecordedEvent } from '@tributary/event-store';

/** An event as it travels on Kafka, before it is given a partition. */
export interface EncodedMessage {
  /** Logical: without the namespace of the installation. */
  readonly topic: string;
  readonly key: string;
  /** What decides the partition: see partitionKeyOf. */
  readonly partitionKey: string;
  readonly headers: Record<string, string>;
  readonly value: Buffer;
  /** Milliseconds since 1970 of the recorded time, so that a moment can be found by the topic's time index. */
  readonly timestamp: string;
}

type HeaderValue = Buffer | string | readonly (Buffer | string)[] | undefined;

/** What a consumer was given. */
export interface ReceivedMessage {
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, HeaderValue>>;
}

export interface DecodedMessage {
  /** The log that recorded it, since when: positions are comparable within one epoch of one log. */
  readonly epoch: string;
  readonly position: number;
  /** Its stream is named `<service>/<stream>`. */
  readonly event: RecordedEvent;
}

/** What lies there is not one of our events. */
export class UndecodableMessage extends Error {
  override readonly name = 'UndecodableMessage';
  readonly code = 'undecodable-message';
}

/** Where each part of the metadata travels. */
const metadataHeaders = {
  source: 'ce_source',
  correlationId: 'ce_correlationid',
  origin: 'ce_origin',
  causationId: 'ce_causationid',
  actor: 'ce_actor',
  submittedBy: 'ce_submittedby',
  commandDigest: 'ce_commanddigest',
  traceparent: 'ce_traceparent',
  businessDate: 'ce_businessdate',
  zone: 'ce_zone',
  imported: 'ce_imported',
  key: 'ce_partitionkey',
} as const satisfies Record<keyof EventMetadata, EventHeader>;
const metadataFields = Object.entries(metadataHeaders) as [keyof EventMetadata, EventHeader][];

/** @throws RangeError it cannot be part of a partition's name */
export const mustBeEpoch = (epoch: string): string => {
  if (epochPattern.test(epoch)) return epoch;
  throw new RangeError(`The epoch of a log is 1 to 64 letters, digits, _ or -: ${epoch.slice(0, 100)}`);
};

/**
 * A recorded event as a Kafka message: CloudEvents 1.0 in the Kafka protocol binding's binary mode.
 * @param event its stream is named `<service>/<stream>`
 * @param epoch of the log: see RelayOptions
 * @throws RangeError its type travels on no topic, or its stream names no service
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md
 */
export const encodeEvent = (event: RecordedEvent, epoch: string): EncodedMessage => {
  const topic = topicOf(event.type);
  if (topic === undefined) throw new RangeError(`Events of type ${event.type} travel on no topic.`);
  const slash = event.stream.indexOf('/');
  if (slash < 0) throw new RangeError(`Stream ${event.stream} is not named <service>/<stream>.`);
  const stream = event.stream.slice(slash + 1);
  const { key } = event.metadata;
  return {
    topic,
    key: key ?? stream,
    partitionKey: partitionKeyOf(stream, key),
    headers: headersOf(event, epoch, event.stream.slice(0, slash), stream),
    value: Buffer.from(JSON.stringify(event.data)),
    timestamp: String(Date.parse(event.recordedTime)),
  };
};

const headersOf = (
  event: RecordedEvent,
  epoch: string,
  service: string,
  stream: string,
): Record<string, string> => {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_type: event.type,
    ce_subject: stream,
    ce_time: event.time,
    ce_sequence: String(event.version),
    ce_recordedtime: event.recordedTime,
    ce_logposition: String(event.position),
    ce_logepoch: epoch,
    'tributary-service': service,
  } satisfies Omit<EventHeaders, 'ce_source'>;
  for (const [field, header] of metadataFields) {
    const value = event.metadata[field];
    if (value !== undefined) headers[header] = String(value);
  }
  return headers;
};

/** Where an event lies in its log. */
export interface DecodedPlace {
  /** The log that recorded it, since when: positions are comparable within one epoch of one log. */
  readonly epoch: string;
  readonly position: number;
  /** Without its service. */
  readonly stream: string;
}

/**
 * Of an event that encodeEvent wrote only where it lies: what nobody wants to know need not be read.
 * @throws UndecodableMessage what lies there is not one of our events
 */
export const decodePlace = (message: ReceivedMessage): DecodedPlace =>
  placeIn(new Headers(message.headers ?? {}));

const placeIn = (headers: Headers): DecodedPlace => {
  if (headers.required('ce_specversion') !== '1.0') wrong('its CloudEvents version is not 1.0');
  return {
    epoch: headers.epoch(),
    position: headers.count('ce_logposition'),
    stream: headers.required('ce_subject'),
  };
};

/**
 * The event that encodeEvent wrote, its stream named `<service>/<stream>`.
 * @throws UndecodableMessage what lies there is not one of our events
 */
export const decodeEvent = (message: ReceivedMessage): DecodedMessage => {
  const headers = new Headers(message.headers ?? {});
  const { epoch, position, stream } = placeIn(headers);
  return {
    epoch,
    position,
    event: {
      id: headers.required('ce_id'),
      type: headers.required('ce_type'),
      time: headers.required('ce_time'),
      data: dataOf(message.value),
      metadata: metadataFrom(headers),
      position,
      stream: `${headers.required('tributary-service')}/${stream}`,
      version: headers.count('ce_sequence'),
      recordedTime: headers.required('ce_recordedtime'),
    },
  };
};

/**
 * The state that a state topic holds: its data is null where there is no such thing any more, its position
 * the offset on Kafka, its stream `/<key>`.
 * @throws UndecodableMessage what lies there is not one of our states
 */
export const decodeState = (
  { value, headers: received = {} }: ReceivedMessage,
  offset: number,
): RecordedEvent => {
  const headers = new Headers(received);
  if (headers.required('ce_specversion') !== '1.0') wrong('its CloudEvents version is not 1.0');
  const time = headers.required('ce_time');
  return {
    id: headers.required('ce_id'),
    type: headers.required('ce_type'),
    time,
    data: value === null ? null : dataOf(value),
    metadata: { source: headers.required('ce_source') },
    position: offset,
    stream: `/${headers.required('ce_subject')}`,
    version: 1,
    recordedTime: time,
  };
};

const metadataFrom = (headers: Headers): EventMetadata => {
  const metadata: Record<string, string | boolean> = {};
  for (const [field, header] of metadataFields) {
    const value = headers.optional(header);
    if (value !== undefined) metadata[field] = field === 'imported' ? value === 'true' : value;
  }
  return { source: headers.required('ce_source'), ...metadata };
};

const dataOf = (value: Buffer | null): unknown => {
  if (value === null || value.length === 0) return wrong('its value is empty');
  try {
    return JSON.parse(utf8(value, 'its value')) as unknown;
  } catch (error) {
    if (error instanceof UndecodableMessage) throw error;
    return wrong('its value is not JSON');
  }
};

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const utf8 = (bytes: Buffer, what: string): string => {
  try {
    return strict.decode(bytes);
  } catch {
    return wrong(`${what} is not UTF-8`);
  }
};

const wrong = (what: string): never => {
  throw new UndecodableMessage(`This is not one of our events: ${what}.`);
};

class Headers {
  constructor(private readonly received: Readonly<Record<string, HeaderValue>>) {}

  optional(name: EventHeader): string | undefined {
    const value = Object.hasOwn(this.received, name) ? this.received[name] : undefined;
    if (value === undefined || typeof value === 'string') return value;
    return Buffer.isBuffer(value) ? utf8(value, `header ${name}`) : wrong(`header ${name} is there twice`);
  }

  required(name: EventHeader): string {
    return this.optional(name) ?? wrong(`header ${name} is missing`);
  }

  epoch(): string {
    const epoch = this.required('ce_logepoch');
    return epochPattern.test(epoch) ? epoch : wrong(`header ce_logepoch names no log`);
  }

  /** A whole number from 1. */
  count(name: EventHeader): number {
    const text = this.required(name);
    const count = Number(text);
    return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(count)
      ? count
      : wrong(`header ${name} is no whole number from 1`);
  }
}
