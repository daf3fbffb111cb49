import secureJson from 'secure-json-parse';

/** One message of an integrator, as far as it could be read. */
export type InboundRecord = {
  /** Logical: without the namespace. */
  readonly topic: string;
  /** Where it lies, for a person to find it again. */
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

type HeaderValue = Buffer | string | readonly (Buffer | string)[] | undefined;

export interface InboundMessage {
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, HeaderValue>>;
}

type Read = { readonly event: Record<string, unknown> } | { readonly reason: string };

/** Levels of nesting, as over HTTP: deep nesting costs the parser seconds and overflows stacks later. */
const maxDepth = 32;
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
  if ('event' in read) return { ...at, kind: 'event', event: read.event };
  return { ...at, kind: 'unreadable', ...unreadable(message.value, read.reason) };
};

/** A message that could be read, and yet cannot be taken in: kept as it came. */
export const givenUp = (
  { topic, place }: InboundRecord,
  { value }: InboundMessage,
  reason: string,
): InboundRecord => ({
  topic,
  place,
  kind: 'unreadable',
  ...unreadable(value, reason),
});

const unreadable = (value: Buffer | null, reason: string): { raw: string; reason: string } => {
  const kept = (value ?? Buffer.alloc(0)).subarray(0, maxRawBytes);
  const cut =
    value && value.length > maxRawBytes ? ` Kept are the first ${maxRawBytes} of ${value.length} bytes.` : '';
  // A cut may go through a character: the streaming decoder passes over an unfinished one.
  const text = utf8(kept, cut !== '');
  return text === undefined
    ? {
        raw: kept.toString('base64'),
        reason: `${reason}${cut} The value is no UTF-8 text; it is kept in base64.`,
      }
    : { raw: text, reason: `${reason}${cut}` };
};

const utf8 = (bytes: Buffer, unfinished = false): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: unfinished });
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
    return { reason: `Only JSON is read, not ${(attributes.get(contentType) ?? '').slice(0, 100)}.` };
  const json = parse(value);
  if ('reason' in json) return json;
  return mode === 'structured' ? structured(json.value) : { event: binary(attributes, json.value) };
};

const contentType = 'datacontenttype';

const modeOf = (attributes: ReadonlyMap<string, string>): 'structured' | 'binary' | 'other' => {
  const type = (attributes.get(contentType) ?? 'application/json').split(';')[0]!.trim().toLowerCase();
  if (type.startsWith('application/cloudevents')) {
    return type === 'application/cloudevents+json' ? 'structured' : 'other';
  }
  if (type !== 'application/json' && !/^[a-z0-9.-]+\/[a-z0-9.-]+\+json$/.test(type)) return 'other';
  return attributes.has('specversion') ? 'binary' : 'structured';
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
    const name = nameOf(header);
    if (name === undefined || value === undefined) continue;
    if (!/^[a-z0-9]{1,64}$/.test(name) || name === 'data')
      return `Header ${header.slice(0, 100)} names no CloudEvents attribute.`;
    if (Array.isArray(value) || attributes.has(name)) return `Header ${header.slice(0, 100)} is there twice.`;
    const text = typeof value === 'string' ? value : utf8(value as Buffer);
    if (text === undefined) return `Header ${header.slice(0, 100)} is no UTF-8 text.`;
    attributes.set(name, text);
  }
  return attributes;
};

const nameOf = (header: string): string | undefined => {
  const name = header.toLowerCase();
  if (name === 'content-type') return contentType;
  return name.startsWith('ce_') ? name.slice('ce_'.length) : undefined;
};

const parse = (value: Buffer): { value: unknown } | { reason: string } => {
  if (nestsDeeperThan(value, maxDepth))
    return { reason: `JSON is read to a depth of ${maxDepth}; flatten the message.` };
  const text = utf8(value);
  if (text === undefined) return { reason: 'The message cannot be read.' };
  try {
    return { value: secureJson.parse(text, { protoAction: 'error', constructorAction: 'error' }) as unknown };
  } catch (error) {
    return { reason: `The message is not acceptable JSON: ${(error as Error).message.slice(0, 200)}` };
  }
};

const code = {
  quote: 0x22,
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
  openArray: 0x5b,
  closeArray: 0x5d,
} as const;

/** Whether JSON text nests deeper than a bound, without parsing it. Brackets inside strings do not count. */
const nestsDeeperThan = (text: Uint8Array, bound: number): boolean => {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const byte = text[index];
    if (inString) {
      if (byte === code.backslash) index += 1;
      else if (byte === code.quote) inString = false;
    } else if (byte === code.quote) inString = true;
    else if (byte === code.open || byte === code.openArray) {
      depth += 1;
      if (depth > bound) return true;
    } else if (byte === code.close || byte === code.closeArray) depth -= 1;
  }
  return false;
};
