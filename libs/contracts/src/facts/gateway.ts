import { z } from 'zod';
import { Timestamp } from '../envelope.ts';
import { personal } from '../personal-mark.ts';

export const roles = ['integrator', 'ops', 'csr', 'associate', 'analyst', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Who is calling: the key it showed, never the key itself. */
export interface Identity {
  readonly keyId: string;
  readonly name: string;
  readonly role: Role;
  /** CloudEvents sources of which alone it may hand in messages, `*` at the end for any ending; of all where there are none. */
  readonly sources?: readonly string[] | undefined;
}

/** Who hands something in, and in which trace: what the events that are recorded for it say of that. */
export interface Submitter {
  /** `<role>:<keyId>` of a person or a program with a key, `kafka:<topic>` of an entrance. */
  readonly actor: string;
  /** W3C Trace Context, level 1. */
  readonly traceparent?: string;
  /** Those its key is bound to, as in `Identity`. */
  readonly sources?: readonly string[] | undefined;
}

/** A fault in a message: where (JSON pointer, RFC 6901) and what to do about it. */
export const Fault = z.object({ pointer: z.string(), message: z.string() });
export type Fault = z.infer<typeof Fault>;

/** A message that is not kept itself: its bytes in UTF-8, and the SHA-256 of these in hexadecimal. */
export const WholeMessage = z.object({ bytes: z.number().int(), sha256: z.string() });
export type WholeMessage = z.infer<typeof WholeMessage>;

export const gatewayFacts = {
  /** A message that could not be taken in, with the reason. */
  'tributary.message.quarantined.v1': z.object({
    messageId: z.string(),
    code: z.string(),
    reason: z.string(),
    faults: z.array(Fault),
    /** The message as sent, JSON text where it was JSON: whole, or how it begins where `whole` is there. */
    raw: personal(z.string()),
    /** What it was, where it was too large to be kept. */
    whole: WholeMessage.optional(),
    source: z.string().optional(),
    type: z.string().optional(),
    receivedAt: Timestamp,
  }),
  /** A message named a location or a SKU that nobody had defined: the first that did. It was taken in all the same. */
  'tributary.message.unknown-name.v1': z.object({
    kind: z.enum(['location', 'sku']),
    name: z.string(),
    /** Where in the message, a JSON pointer. */
    pointer: z.string(),
    messageId: z.string(),
    messageType: z.string(),
    source: z.string(),
  }),
  'tributary.message.released.v1': z.object({
    messageId: z.string(),
    by: z.string(),
    acceptedAs: z.string(),
  }),
  /** Nobody will release it, and why. It is kept whole, and may be released all the same. */
  'tributary.message.dismissed.v1': z.object({
    messageId: z.string(),
    by: z.string(),
    reason: z.string(),
  }),
} as const;

/** What the gateway keeps to itself: these travel on no topic. */
export const keyFacts = {
  'tributary.key.issued.v1': z.object({
    keyId: z.string(),
    name: z.string(),
    role: Role,
    hash: z.string(),
    /** Of which alone it may hand in messages, `*` at the end for any ending; absent for a key that may of all. */
    sources: z.array(z.string()).optional(),
  }),
  'tributary.key.revoked.v1': z.object({ keyId: z.string() }),
} as const;

const parkedMessage = {
  group: z.string().describe('The consumer group that could not handle the message.'),
  partition: z
    .string()
    .describe('Of the bus; absent in facts from before the embedded bus had partitions.')
    .optional(),
  position: z.number().int().describe('Of the message in that partition.'),
  eventId: z.string(),
};

/** What the bus itself records. */
export const busFacts = {
  /** A message a consumer could not handle after its retries. */
  'tributary.message.parked.v1': z.object({
    ...parkedMessage,
    eventType: z.string(),
    subject: z.string().describe('Its stream, `<service>/<stream>`.'),
    error: z.string().describe('Why the last try failed.'),
    attempts: z.number().int().describe('How often it was tried.'),
    message: personal(z.unknown())
      .describe(
        'The message whole, as it was recorded, where the bus does not keep it for ever. Of bytes that are no event: `data.key` and `data.value`, the first 64 KiB of each in base64, and `data.bytes`, how many there were.',
      )
      .optional(),
  }),
  /** A parked message was handled after all. */
  'tributary.message.redriven.v1': z.object(parkedMessage),
} as const;
