import {
  CloudEventAttributes,
  type Fault,
  type InboundTypeName,
  faultsOf,
  inboundTypes,
  isInboundType,
  maxEventBytes,
  plainWords,
  setAttributes,
} from '@tributary/contracts';
import { speaksFor } from '../access/sources.ts';

/** A message that may be taken in: validated, in canonical form. */
export interface Acceptable {
  readonly id: string;
  readonly source: string;
  readonly type: InboundTypeName;
  /** UTC ISO 8601. */
  readonly time: string;
  readonly data: unknown;
  /** Messages with the same key are handled in the order they came. */
  readonly key: string;
  readonly attributes: Omit<CloudEventAttributes, 'id' | 'source' | 'type' | 'time' | 'specversion'>;
}

export interface Unacceptable {
  readonly code:
    | 'not-a-cloud-event'
    | 'too-large'
    | 'foreign-source'
    | 'unknown-type'
    | 'invalid-data'
    | 'time-in-the-future'
    | 'id-reused'
    | 'other-currency';
  readonly reason: string;
  readonly faults: readonly Fault[];
  /** As far as they could be read. */
  readonly source?: string;
  readonly id?: string;
  readonly type?: string;
}

export type Examined =
  { readonly ok: true; readonly message: Acceptable } | { readonly ok: false; readonly fault: Unacceptable };

/** The ids of what is recorded here follow from names that begin so: no message may take one before it is. */
const ownSources = 'tributary/';

/**
 * The clocks of tills and shops differ from ours by a few minutes, in milliseconds. What is further ahead comes from
 * a wrong clock or is no fact yet, and would stand after everything that really happens until then.
 */
const toleratedFuture = 5 * 60 * 1_000;

/** Bytes that are kept of the beginning of a message that is too large. */
export const keptOfTooLarge = 2_000;

/**
 * What is wrong with a message that is too large to be looked at.
 * @param raw parsed JSON
 */
export const tooLarge = (raw: unknown): Extract<Examined, { ok: false }> | undefined => {
  const bytes = Buffer.byteLength(JSON.stringify(raw) ?? '');
  return bytes <= maxEventBytes
    ? undefined
    : bad(
        namesOf(raw),
        'too-large',
        `An event is at most ${maxEventBytes} bytes of JSON, and this one is ${bytes}. Kept are its first ${keptOfTooLarge} bytes and its SHA-256: send it as several, or without what nobody reads.`,
        [],
      );
};

/**
 * Looks at one message as it came: is it a CloudEvent, of a type we know, with data that fits?
 * @param raw parsed JSON
 * @param receivedAt UTC ISO 8601; the time of a message that names none
 * @param sources those that the key it is handed in under is bound to
 */
export const examine = (raw: unknown, receivedAt: string, sources?: readonly string[]): Examined => {
  const attributes = CloudEventAttributes.safeParse(raw, { error: plainWords });
  const named = namesOf(raw);
  if (!attributes.success) {
    return bad(
      named,
      'not-a-cloud-event',
      'This is not a CloudEvents 1.0 event.',
      faultsOf(attributes.error.issues, ''),
    );
  }
  const { specversion: _, id, source, type, time = receivedAt, ...kept } = setAttributes(attributes.data);
  if (source.startsWith(ownSources))
    return bad(named, 'invalid-data', `Sources that begin with ${ownSources} are Tributary's own.`, [
      { pointer: '/source', message: 'Name the system that says it, such as urn:shop:web.' },
    ]);
  if (!speaksFor(sources, source))
    return bad(
      named,
      'foreign-source',
      `The key that this was handed in under does not speak for ${source}.`,
      [
        {
          pointer: '/source',
          message:
            'Send it under a key of that system, or release it if its source is right. GET /v1/me lists the sources of a key.',
        },
      ],
    );
  const { data, data_base64: base64 } = raw as { data?: unknown; data_base64?: unknown };
  if (base64 !== undefined && base64 !== null)
    return bad(named, 'invalid-data', 'Send data as JSON, not as data_base64.', [
      { pointer: '/data_base64', message: 'JSON in data is expected.' },
    ]);
  if (!isInboundType(type)) {
    return bad(
      named,
      'unknown-type',
      `No such message type: ${type.slice(0, 128)}. The types are listed in /asyncapi.json.`,
      [{ pointer: '/type', message: 'This type is not known.' }],
    );
  }
  if (isAhead(time, receivedAt)) {
    return bad(named, 'time-in-the-future', 'The event says it happens more than five minutes from now.', [
      { pointer: '/time', message: 'Send the time it happened, with its offset, by a clock that is right.' },
    ]);
  }
  const { data: schema, key } = inboundTypes[type];
  const parsed = schema.safeParse(data, { error: plainWords });
  if (!parsed.success)
    return bad(
      named,
      'invalid-data',
      `The data does not fit ${type}.`,
      faultsOf(parsed.error.issues, '/data'),
    );
  const ahead = toldAhead.filter((name) =>
    isAhead((parsed.data as Record<string, unknown>)[name], receivedAt),
  );
  if (ahead.length > 0) {
    return bad(
      named,
      'invalid-data',
      'It is told as done and lies in the future.',
      ahead.map((name) => ({
        pointer: `/data/${name}`,
        message: 'Send the time it happened, with its offset, by a clock that is right.',
      })),
    );
  }
  if (isCompletedToday(parsed.data, kept.imported)) {
    return bad(named, 'invalid-data', 'Only imported history can be complete when it is captured.', [
      { pointer: '/data/completedAt', message: 'Leave it out, or mark the event as imported.' },
    ]);
  }
  return {
    ok: true,
    message: {
      id,
      source,
      type,
      time: new Date(time).toISOString(),
      data: parsed.data,
      key: (key as (data: unknown) => string)(parsed.data),
      attributes: kept,
    },
  };
};

const isCompletedToday = (data: object, imported: boolean | undefined): boolean =>
  'completedAt' in data && !imported;

/** Times in the data that say when something was done: a count of next year would outrank every movement until then. */
const toldAhead = ['countedAt', 'completedAt'] as const;

const isAhead = (time: unknown, receivedAt: string): boolean =>
  typeof time === 'string' && Date.parse(time) > Date.parse(receivedAt) + toleratedFuture;

const bad = (
  named: Pick<Unacceptable, 'id' | 'source' | 'type'>,
  code: Unacceptable['code'],
  reason: string,
  faults: readonly Fault[],
): Extract<Examined, { ok: false }> => ({
  ok: false,
  fault: { ...named, code, reason, faults },
});

const namesOf = (raw: unknown): Pick<Unacceptable, 'id' | 'source' | 'type'> => {
  const object = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const text = (name: 'id' | 'source' | 'type') => {
    const value = object[name];
    return typeof value === 'string' && value !== '' ? { [name]: value.slice(0, 512) } : {};
  };
  return { ...text('id'), ...text('source'), ...text('type') };
};
