import { z } from 'zod';
import { Timestamp } from '../envelope.ts';
import { personal } from '../personal-mark.ts';

export const roles = ['integrator', 'ops', 'csr', 'supervisor', 'associate', 'analyst', 'admin'] as const;
export const Role = z.enum(roles).describe('What its holder may do.');
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
export const Fault = z.object({
  pointer: z.string().describe('Where it is: a JSON pointer (RFC 6901).'),
  message: z.string().describe('What is wrong there, and what to do about it.'),
  allowed: z.array(z.string()).optional().describe('What may stand there, where it is one of a few texts.'),
  expected: z
    .enum(['string', 'number', 'boolean'])
    .optional()
    .describe('The kind of JSON value that stands there, where it is one of these.'),
});
export type Fault = z.infer<typeof Fault>;

/** A message that is not kept itself: its bytes in UTF-8, and the SHA-256 of these in hexadecimal. */
export const WholeMessage = z.object({
  bytes: z.number().int().describe('Its length in UTF-8.'),
  sha256: z.string().describe('SHA-256 of these bytes, hexadecimal.'),
});
export type WholeMessage = z.infer<typeof WholeMessage>;

/** A place at which a message was corrected. */
export const Correction = z.object({
  pointer: z.string().describe('Where it is: a JSON pointer (RFC 6901); empty for the message as a whole.'),
  before: z
    .string()
    .optional()
    .describe('What stood there, as JSON; left out where nothing did. A long value ends in `…`.'),
  after: z
    .string()
    .optional()
    .describe('What stands there now, as JSON; left out where nothing does. A long value ends in `…`.'),
});
export type Correction = z.infer<typeof Correction>;

const messageId = z.string().describe('Names the message here.');
const by = z.string().describe('Who did it, `<role>:<keyId>`.');
const reason = z.string().describe('Why, in words for people.');
const keyId = z.string().describe('Names the key; not the key itself.');

export const gatewayFacts = {
  /** A message that could not be taken in, or that was and is money its order cannot count, with the reason. */
  'tributary.message.quarantined.v1': z.object({
    messageId,
    code: z.string().describe('Why it is in quarantine, for programs.'),
    reason,
    faults: z.array(Fault).describe('What is wrong with it, place by place.'),
    raw: personal(z.string()).describe(
      'The message as sent, JSON text where it was JSON: whole, or how it begins where `whole` is there. One that was taken in before is a CloudEvent with another id, to be released under it.',
    ),
    whole: WholeMessage.optional().describe('What it was, where it was too large to be kept.'),
    source: z.string().optional().describe('The system that sent it, where it says so.'),
    type: z.string().optional().describe('What it calls itself, where it says so.'),
    receivedAt: Timestamp.describe('When it came to quarantine.'),
  }),
  /** A message named a location or a SKU that nobody had defined: the first that did. It was taken in all the same. */
  'tributary.message.unknown-name.v1': z.object({
    kind: z.enum(['location', 'sku']).describe('What it names.'),
    name: z.string().describe('The name.'),
    pointer: z.string().describe('Where in the message, a JSON pointer.'),
    messageId,
    messageType: z.string().describe('Type of the message.'),
    source: z.string().describe('The system that sent it.'),
  }),
  'tributary.message.released.v1': z.object({
    messageId,
    by,
    acceptedAs: z.string().describe('Id of the event that it was taken in as.'),
    reason: reason.optional(),
    corrections: personal(z.array(Correction))
      .optional()
      .describe(
        'What was corrected in it, place by place, the first 50; left out where it was taken in as it came.',
      ),
  }),
  /** Nobody will release it, and why. It is kept whole, and may be released all the same. */
  'tributary.message.dismissed.v1': z.object({
    messageId,
    by,
    reason,
  }),
} as const;

/** What the gateway keeps to itself: these travel on no topic. */
export const keyFacts = {
  'tributary.key.issued.v1': z.object({
    keyId,
    name: z.string().describe('Who holds it.'),
    role: Role,
    hash: z.string().describe('SHA-256 of the key, hexadecimal.'),
    sources: z
      .array(z.string())
      .optional()
      .describe(
        'CloudEvents sources of which alone it may hand in messages, `*` at the end for any ending; absent for a key that may of all.',
      ),
  }),
  'tributary.key.revoked.v1': z.object({ keyId }),
} as const;

const webhookId = z.string().describe('Names the webhook.');
const eventFilter = {
  types: z
    .array(z.string())
    .optional()
    .describe('Types that are told, `*` at the end for any ending; all where left out.'),
  channels: z.array(z.string()).optional().describe('Channels whose orders are told of; all where left out.'),
  locations: z.array(z.string()).optional().describe('Locations that are told of; all where left out.'),
};
const secret = z.string().describe('What its messages are signed with, encrypted (JWE).');

/** Who is told what happens: the gateway keeps it to itself, these travel on no topic. */
export const webhookFacts = {
  'tributary.webhook.subscribed.v1': z.object({
    webhookId,
    name: z.string().describe('What it is for, in words for people.'),
    url: z.string().describe('Where messages are sent.'),
    ...eventFilter,
    role: Role,
    keyId,
    secret,
    begins: z.string().describe('Cursor of the feed after which it begins.'),
  }),
  'tributary.webhook.changed.v1': z.object({
    webhookId,
    name: z.string().describe('What it is for, in words for people.'),
    url: z.string().describe('Where messages are sent.'),
    ...eventFilter,
  }),
  'tributary.webhook.secret-rotated.v1': z.object({
    webhookId,
    secret,
    untilThen: Timestamp.describe('Until when messages are signed with the one before, too.'),
  }),
  'tributary.webhook.paused.v1': z.object({
    webhookId,
    because: z
      .enum(['asked', 'failing', 'gone'])
      .describe(
        'Somebody asked; nothing was taken for three days; or the receiver said that it is gone (410).',
      ),
  }),
  /** What happened meanwhile is sent now. */
  'tributary.webhook.resumed.v1': z.object({ webhookId, keyId, role: Role }),
  'tributary.webhook.removed.v1': z.object({ webhookId }),
  /** In a stream of each webhook: a message was tried for three days, and others were taken meanwhile. */
  'tributary.webhook.given-up.v1': z.object({
    webhookId,
    eventId: z.string().describe('Id of the event that it is.'),
    eventType: z.string().describe('Type of the event.'),
    subject: z.string().describe('Its stream.'),
    attempts: z.number().int().describe('How often it was tried.'),
    error: z.string().describe('Why the last try failed.'),
  }),
  /** A message that had been given up was taken after all. */
  'tributary.webhook.redelivered.v1': z.object({
    webhookId,
    eventId: z.string().describe('Id of the event that it is.'),
  }),
} as const;

const parkedMessage = {
  group: z.string().describe('The consumer group that could not handle the message.'),
  partition: z
    .string()
    .describe('Of the bus; absent in facts from before the embedded bus had partitions.')
    .optional(),
  position: z.number().int().describe('Of the message in that partition.'),
  eventId: z.string().describe('Id of the event that the message is.'),
};

/** What the bus itself records. */
export const busFacts = {
  /** A message a consumer could not handle after its retries. */
  'tributary.message.parked.v1': z.object({
    ...parkedMessage,
    eventType: z.string().describe('Type of that event.'),
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
