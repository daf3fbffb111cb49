import { z } from 'zod';

/** What is no time at all is not this rule's to tell. */
const isYearOfFourDigits = (instant: number): boolean =>
  Number.isNaN(instant) || /^\d{4}-/.test(new Date(instant).toISOString());

/** A moment with its offset, RFC 3339; kept as the sender wrote it, compared as an instant. */
export const Timestamp = z.iso
  .datetime({ offset: true })
  .refine((text) => isYearOfFourDigits(Date.parse(text)), 'A time lies in the years 0 to 9999, in UTC too.');
/** A calendar day in the location's own zone. */
export const BusinessDate = z.iso.date();
/** An IANA zone such as Europe/London. */
export const Zone = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/)
  .max(64);

/** Text of an attribute: no control characters and no broken surrogates (CloudEvents 1.0, type system: String). */
const AttributeText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Control characters and broken surrogates are not text of an attribute.');

/**
 * The CloudEvents 1.0 attributes Tributary reads, as they stand in an inbound JSON event.
 * `(source, id)` names an event once and for ever; `time` is when it happened.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 */
export const CloudEventAttributes = z.object({
  specversion: z.literal('1.0'),
  id: AttributeText(256),
  source: AttributeText(512),
  type: AttributeText(128),
  time: Timestamp.optional(),
  subject: AttributeText(256).optional(),
  datacontenttype: z
    .string()
    .regex(/^application\/json(;.*)?$/, 'Only JSON data is read.')
    .optional(),
  dataschema: z.string().max(512).optional(),
  businessdate: BusinessDate.optional(),
  zone: Zone.optional(),
  correlationid: AttributeText(256).optional(),
  causationid: AttributeText(256).optional(),
  actor: AttributeText(256).optional(),
  traceparent: z.string().max(64).optional(),
  /** True marks history being loaded: facts are recorded, nothing is reserved and nobody is notified. */
  imported: z.boolean().optional(),
});
export type CloudEventAttributes = z.infer<typeof CloudEventAttributes>;

export type InboundCloudEvent = CloudEventAttributes & { data: unknown };

/** What an outgoing CloudEvent adds: its place in its stream and the moment it was recorded. */
export interface OutboundCloudEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  sequence: string;
  recordedtime: string;
  data: unknown;
  [extension: string]: unknown;
}
