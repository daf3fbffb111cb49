import { z } from 'zod';
import { Role } from '../facts/gateway.ts';
import { type Answer, eventId, listOf, moment, pageOf, units } from './parts.ts';

const webhookId = z.string().describe('Names the webhook.');
const names = (what: string) => z.array(z.string()).optional().describe(what);

/** Who is told what happens, and where. */
export const Webhook = z.object({
  webhookId,
  name: z.string().describe('What it is for, in words for people.'),
  url: z.string().describe('Where messages are sent.'),
  types: names('Types that are told, `*` at the end for any ending; all where left out.'),
  channels: names('Channels whose orders are told of; all where left out.'),
  locations: names('Locations that are told of; all where left out.'),
  state: z
    .enum(['delivering', 'paused', 'revoked'])
    .describe(
      'It goes on; it waits until it is resumed; or its key was revoked, and another has to resume it.',
    ),
  pausedBecause: z
    .enum(['asked', 'failing', 'gone'])
    .optional()
    .describe(
      'Somebody asked; nothing was taken for three days; or the receiver said that it is gone (410).',
    ),
  keyId: z.string().describe('Id of the key under which it is told things.'),
  role: Role,
});
export type Webhook = Answer<typeof Webhook>;
export const WebhookList = listOf(Webhook, 'Webhooks, in the order they were made.');

/** A webhook and what signs its messages. */
export const WebhookWithSecret = Webhook.extend({
  secret: z
    .string()
    .describe('What its messages are signed with, by Standard Webhooks: it is shown only now.'),
});

const tried = {
  eventId,
  eventType: z.string().describe('Type of the event.'),
  subject: z.string().describe('Its stream.'),
  attempts: units.describe('How often it was tried.'),
};

const Tried = z.object({
  ...tried,
  firstTriedAt: moment.describe('When it was tried first, UTC.'),
  triedAt: moment.describe('When it was tried last, UTC.'),
  status: z.int().optional().describe('What the receiver answered; left out where it did not.'),
  error: z.string().optional().describe('Why it was not taken; left out where it was.'),
});

/** What lately came of the messages of a webhook. */
export const WebhookDeliveries = z.object({
  webhookId,
  taken: units.describe('Messages that were taken since it was made.'),
  givenUp: units.describe('Messages that were given up since it was made.'),
  lastTakenAt: moment.optional().describe('When one was taken last, UTC; left out where none was.'),
  recent: z.array(Tried).describe('The newest hundred tries, newest first.'),
  failing: z.array(Tried).describe('Up to a hundred messages that are being tried again.'),
});
export type WebhookDeliveries = Answer<typeof WebhookDeliveries>;

const GivenUp = z.object({
  ...tried,
  error: z.string().describe('Why the last try failed.'),
  at: moment.describe('When it was given up, UTC.'),
});
export const GivenUpMessages = pageOf(
  GivenUp,
  'Messages that were given up and not taken since, oldest first.',
);

/** What came of a message that was sent once more. */
export const Redelivered = z.object({
  eventId,
  status: z.int().describe('What the receiver answered: it took the message.'),
});
