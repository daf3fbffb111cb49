import { Channel, LocationId, Timestamp } from '@tributary/contracts';
import { z } from 'zod';
import { TypePattern } from './event-query.ts';

const Name = z.string().trim().min(1).max(120).describe('What it is for, in words for people.');
const Url = z.url().max(2_000).describe('Where messages are sent: https://, unless the network is allowed.');
const filter = {
  types: z
    .array(TypePattern)
    .min(1)
    .max(50)
    .optional()
    .describe('Types that are told, `*` at the end for any ending: `tributary.order.*`; all where left out.'),
  channels: z
    .array(Channel)
    .min(1)
    .max(50)
    .optional()
    .describe('Channels whose orders are told of; all, and what is about no order, where left out.'),
  locations: z
    .array(LocationId)
    .min(1)
    .max(50)
    .optional()
    .describe('Locations that are told of; all, and what names none, where left out.'),
};
/** Somebody wants to be told what happens. */
export const Subscribe = z.strictObject({
  name: Name,
  url: Url,
  ...filter,
  from: Timestamp.optional().describe(
    'Begin with what was recorded from this moment on; now where left out.',
  ),
});
/** What is to be otherwise; what is left out stays. */
export const Change = z.strictObject({
  name: Name.optional(),
  url: Url.optional(),
  filter: z
    .strictObject(filter)
    .optional()
    .describe('What is told from now on, all of it: what is left out of it is not asked for any more.'),
  state: z
    .enum(['delivering', 'paused'])
    .optional()
    .describe('Pause it, or go on where it stopped, under your key.'),
});
/** One event, once more. */
export const Redeliver = z.strictObject({ eventId: z.uuid().describe('Id of the event.') });
export const WebhookId = z.uuid();
export const GivenUpQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Most entries of the answer.'),
  cursor: z.string().max(100).optional().describe('`next` of the part before; left out for the first.'),
});
