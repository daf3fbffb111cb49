import { z } from 'zod';
import { CloudEventAttributes } from '../envelope.ts';
import { services } from '../services.ts';
import { type Answer, moment } from './parts.ts';

const cursor = z
  .string()
  .describe('Where the feed goes on after this, for `after`; it says nothing by itself, keep it as it is.');
const kept = (name: keyof typeof CloudEventAttributes.shape) =>
  z.string().optional().describe(CloudEventAttributes.shape[name].description!);

/** An event as the feed and webhooks tell it: CloudEvents 1.0, structured. */
const publishedEvent = z.object({
  specversion: z.literal('1.0').describe('Version of CloudEvents.'),
  id: z.string().describe('Names the event, for ever: told again, it is the same.'),
  source: z.string().describe('Who tells it: a service of ours, or the system that sent the message.'),
  type: z.string().describe('What happened; /asyncapi.json has the schema of `data` for each.'),
  subject: z.string().describe('Its stream, such as `order-web.100045`.'),
  time: moment.describe('When it happened, UTC.'),
  datacontenttype: z.literal('application/json').describe('Media type of `data`.'),
  sequence: z
    .string()
    .describe('Its place in its stream, from 1 without a gap: a number that is left out was not told.'),
  recordedtime: moment.describe('When it was recorded, UTC: after `time` where it was told late.'),
  service: z.enum(services).describe('The service that recorded it; streams are named within it.'),
  partitionkey: z
    .string()
    .describe('What it is about, such as an order: events of one key and stream come in their order.'),
  correlationid: kept('correlationid'),
  causationid: kept('causationid'),
  origin: z.string().optional().describe('Source of the message that it records, where it records one.'),
  actor: kept('actor'),
  submittedby: z.string().optional().describe('Role and id of the key that handed it in, `<role>:<keyId>`.'),
  traceparent: kept('traceparent'),
  businessdate: kept('businessdate'),
  zone: kept('zone'),
  imported: z.literal(true).optional().describe('Set on history that was loaded.'),
  data: z.unknown().describe('What happened, by its `type`: /asyncapi.json has the schema of each.'),
});
export type PublishedEvent = Answer<typeof publishedEvent>;

/** An event in the feed. */
export const FeedEvent = publishedEvent.extend({ cursor });

/** How far the feed was looked through: at its end, and now and then while nothing that is asked for happens. */
export const FeedMark = z.object({ cursor });

export const FeedLine = z.union([FeedEvent, FeedMark]);
/** An event, and what follows from it. */
export const WhatBecame = z.object({
  event: publishedEvent.describe('The event itself.'),
  outcome: z
    .enum(['accepted', 'applied', 'ignored', 'waiting', 'parked', 'quarantined', 'released', 'dismissed'])
    .describe(
      'What became of it. Taken in, and nothing follows from it yet; facts follow from it; it changed nothing any more; it waits for something that was not told yet; a service could not apply it; or, of a message that was not taken in: it waits for somebody, was released, or put aside.',
    ),
  consequences: z
    .array(publishedEvent)
    .describe(
      'What follows from it, and from that, in the order in which it was recorded; `causationid` names the cause of each.',
    ),
  isPartial: z
    .literal(true)
    .optional()
    .describe(
      'Set where more than ten thousand events came after it, of which the first were looked through.',
    ),
});
export type WhatBecame = Answer<typeof WhatBecame>;
export type FeedLine = Answer<typeof FeedLine>;
