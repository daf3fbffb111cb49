import { z } from 'zod';

/** What is no time at all is not this rule's to tell. */
const isYearOfFourDigits = (instant: number): boolean =>
  Number.isNaN(instant) || /^\d{4}-/.test(new Date(instant).toISOString());

const withoutOffset = z.iso.datetime({ local: true });

const whyNoTime = ({ input }: { readonly input?: unknown }): string =>
  withoutOffset.safeParse(input).success
    ? 'A time names its offset from UTC: 2026-11-23T10:15:00Z, or 2026-11-23T11:15:00+01:00.'
    : 'A time is a moment of the calendar in RFC 3339, with its offset: 2026-11-23T10:15:00Z.';

/**
 * A moment with its offset, RFC 3339; kept as the sender wrote it, compared as an instant. The `t` and
 * the `z` may be small (RFC 3339, section 5.6) and are read as capitals.
 */
export const Timestamp = z
  .string()
  .overwrite((text) => text.toUpperCase())
  .check(z.iso.datetime({ offset: true, error: whyNoTime }))
  .refine((text) => isYearOfFourDigits(Date.parse(text)), 'A time lies in the years 0 to 9999, in UTC too.')
  .describe('A moment with its offset from UTC, RFC 3339.');
/** A calendar day in the location's own zone. */
const tradingDay = 'The trading day at the location, `2026-11-23`.';
export const BusinessDate = z.iso.date().describe(tradingDay);
const zonesInUse: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/** Names of old, such as US/Eastern, are known too; they are only not listed. */
const isZone = (name: string): boolean => {
  if (zonesInUse.has(name)) return true;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

const noZone = 'A zone is a name of the IANA time zone database, such as Europe/London.';

const zoneOfLocation = 'IANA time zone of the location, `Europe/London`.';

/** An IANA zone such as Europe/London. */
export const Zone = z
  .string()
  .max(64, { error: noZone, abort: true })
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/, { error: noZone, abort: true })
  .refine(isZone, noZone)
  .describe(zoneOfLocation);

/** Text of an attribute: no control characters and no broken surrogates (CloudEvents 1.0, type system: String). */
const AttributeText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Control characters and broken surrogates are not text of an attribute.');

/** JSON under any name: `application/json`, `text/json`, `application/vnd.shop+json`, in any case, with parameters. */
const jsonMediaType = /^\s*[\w!#$&^.+-]+\/(?:[\w!#$&^.+-]+\+)?json\s*(?:;.*)?$/i;
export const isJsonMediaType = (mediaType: string): boolean => jsonMediaType.test(mediaType);

/**
 * The CloudEvents 1.0 attributes Tributary reads, as they stand in an inbound JSON event: one that is
 * optional may be written as null, which leaves it unset (JSON event format, section 2.2).
 * `(source, id)` names an event once and for ever; `time` is when it happened.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 */
export const CloudEventAttributes = z.object({
  specversion: z.literal('1.0').describe('Version of CloudEvents.'),
  id: AttributeText(256).describe(
    'Names the event among all of its source, for ever: the same again is a repeat.',
  ),
  source: AttributeText(512).describe('The system that tells it, a URI reference: `urn:shop:web`.'),
  type: AttributeText(128).describe('What happened, e.g. `tributary.order.captured.v1`.'),
  time: Timestamp.nullish().describe('When it happened; when it was received where it is left out.'),
  subject: AttributeText(256).nullish().describe('What it is about, in the words of its source.'),
  datacontenttype: z
    .string()
    .max(256)
    .regex(jsonMediaType, 'Only JSON data is read: application/json, or a type that ends in +json.')
    .nullish()
    .describe('Media type of `data`: JSON, `application/json` where it is left out.'),
  dataschema: z.string().max(512).nullish().describe('A schema that `data` follows, a URI; kept, not read.'),
  businessdate: BusinessDate.nullish().describe(tradingDay),
  zone: Zone.nullish().describe(zoneOfLocation),
  correlationid: AttributeText(256)
    .nullish()
    .describe('Ties together all that belongs to one business process; goes on to what follows from it.'),
  causationid: AttributeText(256).nullish().describe('Id of the event that this one follows from.'),
  actor: AttributeText(256)
    .nullish()
    .describe('Who did it, by the word of the source; shown beside the key that handed it in.'),
  traceparent: z.string().max(64).nullish().describe('W3C Trace Context of its source, version 00.'),
  imported: z
    .boolean()
    .nullish()
    .describe(
      'True marks history being loaded: facts are recorded, nothing is reserved and nobody is notified.',
    ),
});
export type CloudEventAttributes = {
  [Name in keyof Attributes]: Exclude<Attributes[Name], null>;
};
type Attributes = z.infer<typeof CloudEventAttributes>;

/** Attributes as they are set: without those that are null. */
export const setAttributes = (attributes: Attributes): CloudEventAttributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== null),
  ) as unknown as CloudEventAttributes;

export type InboundCloudEvent = CloudEventAttributes & { data: unknown };
