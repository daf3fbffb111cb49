import { isJsonMediaType } from '@tributary/contracts';
import { readJson } from './inbound-json.ts';

/** One message of an integrator, as far as it could be read. */
export type InboundRecord = {
  /** Logical: without the namespace. */
  readonly topic: string;
  /** `<physical topic>/<partition>@<offset>`, for a person to find it again. */
  readonly place: string;
} & (
  | {
      readonly kind: 'event';
      /** A JSON object that should be a CloudEvent; whether it is one is decided where it is taken in. */
      readonly event: Record<string, unknown>;
    }
  | {
      readonly kind: 'unreadable';
      /** The value as text, base64 where it is no UTF-8; only the beginning of a very long one. */
      readonly raw: string;
      readonly reason: string;
    }
);

/** A header that is there twice is an array. */
type HeaderValue = Buffer | string | readonly (Buffer | string)[] | null | undefined;

export interface InboundMessage {
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, HeaderValue>>;
}

type Read = { readonly event: Record<string, unknown> } | { readonly reason: string };

/** Bytes that are kept of what cannot be read. */
const maxRawBytes = 1024 * 1024;

/**
 * Reads a message in either mode of the CloudEvents Kafka binding: structured, with or without its
 * content type, so that a line typed into a console producer will do; or binary, with `ce_` headers.
 * @param at where it lies; never throws, whatever the message holds
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md
 */
export const readInbound = (
  message: InboundMessage,
  at: { readonly topic: string; readonly place: string },
): InboundRecord => {
  const read = eventOf(message);
  return 'event' in read
    ? { ...at, kind: 'event', event: read.event }
    : { ...at, kind: 'unreadable', ...unreadable(message.value, read.reason) };
};

/** A message that could perhaps be read, and yet cannot be taken in: kept as it came. */
export const givenUp = (
  { topic, place }: InboundRecord,
  { value }: InboundMessage,
  reason: string,
): InboundRecord => ({ topic, place, kind: 'unreadable', ...unreadable(value, reason) });

const unreadable = (value: Buffer | null, reason: string): { raw: string; reason: string } => {
  const kept = (value ?? Buffer.alloc(0)).subarray(0, maxRawBytes);
  const isCut = value !== null && value.length > maxRawBytes;
  const why = isCut ? `${reason} Kept are the first ${maxRawBytes} of ${value.length} bytes.` : reason;
  // A cut may go through a character: the streaming decoder passes over an unfinished one.
  const text = utf8(kept, isCut);
  return text === undefined
    ? { raw: kept.toString('base64'), reason: `${why} The value is no UTF-8 text; it is kept in base64.` }
    : { raw: text, reason: why };
};

const utf8 = (bytes: Buffer, isUnfinished = false): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: isUnfinished,
    });
  } catch {
    return undefined;
  }
};

const eventOf = ({ value, headers = {} }: InboundMessage): Read => {
  const attributes = attributesOf(headers);
  if (typeof attributes === 'string') return { reason: attributes };
  if (value === null) return { reason: 'The message is a tombstone: it has no value.' };
  if (value.length === 0) return { reason: 'The message is empty.' };
  const mode = modeOf(attributes);
  if (mode === 'other')
    return {
      reason: `Only single events in JSON are read, not ${attributes.get(contentType)!.slice(0, 100)}.`,
    };
  const json = readJson(value);
  if ('reason' in json) return json;
  return mode === 'structured' ? structured(json.value) : { event: binary(attributes, json.value) };
};

const contentType = 'datacontenttype';

/** A media type of CloudEvents tells structured mode, whatever the headers say, as over HTTP. */
const modeOf = (attributes: ReadonlyMap<string, string>): 'structured' | 'binary' | 'other' => {
  const type = attributes.get(contentType) ?? 'application/json';
  const mediaType = type.split(';')[0]!.trim().toLowerCase();
  if (mediaType.startsWith('application/cloudevents'))
    return mediaType === 'application/cloudevents+json' ? 'structured' : 'other';
  if (!isJsonMediaType(type)) return 'other';
  return [...attributes.keys()].some((name) => name !== contentType) ? 'binary' : 'structured';
};

const structured = (value: unknown): Read =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { event: value as Record<string, unknown> }
    : { reason: 'A message is one CloudEvent, a JSON object.' };

/** A header carries text; the one attribute that is no text is made what it is in JSON. */
const binary = (attributes: ReadonlyMap<string, string>, data: unknown): Record<string, unknown> => {
  const imported = attributes.get('imported');
  return {
    ...Object.fromEntries(attributes),
    ...((imported === 'true' || imported === 'false') && { imported: imported === 'true' }),
    data,
  };
};

/** Attributes by their names in JSON, or what is wrong with the headers. */
const attributesOf = (headers: Readonly<Record<string, HeaderValue>>): Map<string, string> | string => {
  const attributes = new Map<string, string>();
  for (const [header, value] of Object.entries(headers)) {
    const name = attributeOf(header);
    if (name === undefined || value === undefined || value === null) continue;
    const shown = header.slice(0, 100);
    if (!/^[a-z0-9]{1,64}$/.test(name) || name === 'data')
      return `Header ${shown} names no CloudEvents attribute.`;
    if (typeof value !== 'string' && !Buffer.isBuffer(value)) return `Header ${shown} is there twice.`;
    if (attributes.has(name)) return `Header ${shown} is there twice.`;
    const text = typeof value === 'string' ? value : utf8(value);
    if (text === undefined) return `Header ${shown} is no UTF-8 text.`;
    attributes.set(name, text);
  }
  return attributes;
};

const attributeOf = (header: string): string | undefined => {
  const name = header.toLowerCase();
  if (name === 'content-type') return contentType;
  return name.startsWith('ce_') ? name.slice('ce_'.length) : undefined;
};
