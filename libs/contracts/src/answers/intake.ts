import { z } from 'zod';
import { Correction, Fault, WholeMessage } from '../facts/gateway.ts';
import { ProblemDocument } from './problem.ts';
import { type Answer, eventId, messageId, moment, pageOf, units } from './parts.ts';

/** What a sender should look at, though its message was taken in. */
export const IntakeWarning = z.object({
  code: z.enum(['unknown-location', 'unknown-sku']).describe('What is unusual, for programs.'),
  pointer: z.string().describe('Where in the message: a JSON pointer (RFC 6901).'),
  message: z.string().describe('What it means, and what to do about it.'),
});
export type IntakeWarning = Answer<typeof IntakeWarning>;

/** What became of one message. */
export const TakenMessage = z.discriminatedUnion('status', [
  z.object({
    status: z.enum(['accepted', 'duplicate']).describe('It is recorded; or it was before, and counts once.'),
    messageId,
    id: z.string().describe('The `id` that its sender gave it.'),
    warnings: z
      .array(IntakeWarning)
      .optional()
      .describe('What its sender should look at; left out when there is nothing.'),
  }),
  z.object({
    status: z
      .literal('quarantined')
      .describe('It is kept, and not applied: somebody corrects it, or dismisses it.'),
    messageId,
    id: z.string().optional().describe('The `id` that its sender gave it, where it could be read.'),
    code: z.string().describe('Why, for programs: `unknown-type`, `invalid-data`, `id-reused` …'),
    reason: z.string().describe('Why, in words for people.'),
    errors: z.array(Fault).describe('What is wrong with it, place by place.'),
  }),
]);
export const TakenMessages = z.object({
  results: z.array(TakenMessage).describe('One for each message, in their order.'),
});

const state = z
  .enum(['quarantined', 'parked', 'dismissed', 'released'])
  .describe(
    'It could not be taken in, or is money in another currency than its order’s; it was taken in, and a service cannot apply it; somebody put it aside; or it went on its way.',
  );

/** A message that needs a person: it could not be taken in, or a service could not apply it. */
export const InboxMessage = z.object({
  messageId,
  state,
  code: z.string().describe('Why it is here, for programs.'),
  reason: z.string().describe('Why it is here, in words for people.'),
  faults: z.array(Fault).describe('What is wrong with it, place by place.'),
  source: z.string().optional().describe('The system that sent it, where it says so.'),
  type: z.string().optional().describe('What it calls itself, where it says so.'),
  receivedAt: moment.describe('When it came here, UTC.'),
  raw: z
    .string()
    .optional()
    .describe(
      'The message as it came, or how it begins; under an id of its own where it was taken in before (`other-currency`); left out for a parked one, which stays in the log.',
    ),
  rawLength: units
    .optional()
    .describe('In a list, where it is longer than `raw` shows: its length in UTF-16 code units.'),
  whole: WholeMessage.optional().describe('What it was, where it was too large to be kept.'),
  dismissed: z
    .object({
      by: z.string().describe('Who did, `<role>:<keyId>`.'),
      at: moment.describe('When, UTC.'),
      reason: z.string().describe('Why, in words for people.'),
    })
    .optional()
    .describe('Who put it aside, when and why; kept when it is released later.'),
  released: z
    .object({
      by: z
        .string()
        .optional()
        .describe('Who did, `<role>:<keyId>`; left out for a parked one, which its service applied.'),
      at: moment.describe('When, UTC.'),
      eventId: eventId.describe('The event that it was taken in as: `GET /v1/events/{eventId}` follows it.'),
      reason: z.string().optional().describe('Why, in words for people, where that was said.'),
      corrections: z
        .array(Correction)
        .optional()
        .describe('What was corrected, the first 50 places; left out where it was taken in as it came.'),
    })
    .optional()
    .describe('Who sent it on its way, when, and what they corrected.'),
  parked: z
    .object({
      group: z.string().describe('The consumer group that could not handle it.'),
      partition: z.string().optional().describe('Of the bus; left out where the log is the bus.'),
      position: z.int().describe('Of the message in that partition.'),
      eventId,
    })
    .optional()
    .describe('Where a parked message lies.'),
});
export type InboxMessage = Answer<typeof InboxMessage>;
export const InboxMessages = pageOf(InboxMessage, 'Messages, newest first.').extend({
  open: units.describe('How many wait for a person, counted up to 200.'),
});

export const ReleasedMessage = z.object({
  messageId,
  state: state.describe('`released`; with `dryRun`, the state it is still in.'),
  event: z
    .object({
      id: z.string().describe('The `id` that its sender gave it.'),
      source: z.string().describe('The system that sent it.'),
      type: z.string().describe('What happened.'),
      time: moment.describe('When it happened, UTC.'),
      data: z.unknown().describe('Its data by its `type`.'),
      key: z.string().describe('Messages with the same key are handled in the order they came.'),
      attributes: z
        .record(z.string(), z.unknown())
        .describe('What else it says of itself, as CloudEvents attributes.'),
    })
    .optional()
    .describe('The event as it is taken in; left out for a parked one.'),
});
/** What became of one message of several that were released or dismissed. */
export const MessageResult = z.discriminatedUnion('outcome', [
  z.object({ messageId, outcome: z.literal('done').describe('It is recorded.') }),
  z.object({
    messageId,
    outcome: z
      .enum(['nothing-to-do', 'refused', 'unknown'])
      .describe(
        'It was as it is wanted before; it cannot be done; or it is not known whether it was recorded: ask again.',
      ),
    code: z.string().describe('Why, for programs, as for this message alone: `invalid-data`, `not-found` …'),
    detail: z.string().describe('Why, in words for people.'),
    errors: z.array(Fault).optional().describe('What is still wrong with it, place by place.'),
  }),
]);
export type MessageResult = Answer<typeof MessageResult>;
export const MessageResults = z.object({
  results: z.array(MessageResult).describe('One for each message, in the order in which they were named.'),
});
export const DismissedMessage = z.object({
  messageId,
  state: z.literal('dismissed').describe('It is put aside.'),
});
export const DismissedMessages = z.object({
  dismissed: units.describe('How many were put aside now.'),
  more: z.boolean().describe('Whether there are more than were put aside at once: ask again.'),
});

/** A location or SKU that a message named before anybody defined it. */
export const UnknownName = z.object({
  kind: z.enum(['location', 'sku']).describe('What it names.'),
  name: z.string().describe('The name.'),
  pointer: z.string().describe('Where in the message that used it first: a JSON pointer.'),
  messageId: messageId.describe('The message that used it first.'),
  messageType: z.string().describe('Type of that message.'),
  source: z.string().describe('The system that sent it.'),
  since: moment.describe('When it was used first, UTC.'),
});
export type UnknownName = Answer<typeof UnknownName>;
export const UnknownNames = pageOf(
  UnknownName,
  'Names, first used first; a page may be shorter than asked for.',
);

const counts = z.object({
  rows: units.describe('Rows or lines read so far.'),
  accepted: units.describe('Messages that were taken in.'),
  duplicates: units.describe('Messages that were taken in before.'),
  quarantined: units.describe('Messages that were kept and not applied.'),
});
/** A line of the answer to a file: it is told while the file is read. */
export const ImportLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress').describe('It goes on.'),
    counts: counts.describe('How far it is.'),
  }),
  z.object({
    kind: z.literal('done').describe('It is read to its end.'),
    counts: counts.describe('What became of it.'),
    report: z
      .record(z.string(), z.unknown())
      .describe(
        'Rows read, applied and skipped, with reasons, and its money reconciled, as its format has them.',
      ),
  }),
  z.object({
    kind: z.literal('failed').describe('It ended before; sent again, what was taken in counts once.'),
    problem: ProblemDocument.describe('Why.'),
  }),
]);
