import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { type MessageResult, MessageResults } from '@tributary/contracts';
import { Endpoint, type KeySubmitter, SubmittedBy, Valid, problemOf } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Reason } from './dismissals.controller.ts';
import { PuttingAside } from './putting-aside.ts';
import { Releases } from './releases.ts';

/** Most messages of one command. */
const mostMessages = 200;
/** So many messages are looked at at once: a command about many leaves room for others. */
const mostAtOnce = 20;

const messages = z
  .array(z.string().min(1).max(128))
  .min(1)
  .max(mostMessages)
  .refine((ids) => new Set(ids).size === ids.length, 'A message is named once.')
  .describe('The messages, each released or dismissed by itself.');
const action = <A extends string>(name: A, meaning: string) => z.literal(name).describe(meaning);

const MessagesCommand = z.discriminatedUnion('action', [
  z.strictObject({
    action: action('release', 'They are taken in as they came, or handed to their service again.'),
    messages,
    reason: Reason.optional(),
  }),
  z.strictObject({ action: action('dismiss', 'They are put aside.'), messages, reason: Reason }),
]);
type MessagesCommand = z.infer<typeof MessagesCommand>;

const named = ['5d3b6f0a-2c1e-5b8d-8e7f-60718293a4b5', '7f1c2a90-4b3d-5c6e-9f80-112233445566'];
const bodyExamples = [
  { action: 'release', messages: named, reason: 'The clock of the till was put right.' },
  { action: 'dismiss', messages: named, reason: 'A test file of the supplier.' },
];

/** Releases and dismissals of several messages that somebody chose. */
@Controller('v1/inbox')
export class InboxBulkController {
  constructor(
    @Inject(Releases) private readonly releases: Releases,
    @Inject(PuttingAside) private readonly puttingAside: PuttingAside,
  ) {}

  @Post('bulk')
  @Endpoint({
    tag: 'quarantine',
    operation: 'commandMessages',
    summary: `Release up to ${mostMessages} messages as they are, or dismiss them, each by itself, with a result for each`,
    allow: ['ops'],
    answer: MessageResults,
    alsoAnswers: { 207: 'Not all of it was done: the results say for which messages, and why' },
    body: MessagesCommand,
    bodyExamples,
  })
  async command(
    @Body(new Valid(MessagesCommand)) asked: MessagesCommand,
    @SubmittedBy() by: KeySubmitter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const results: MessageResult[] = [];
    for (let from = 0; from < asked.messages.length; from += mostAtOnce) {
      const part = asked.messages.slice(from, from + mostAtOnce);
      results.push(...(await Promise.all(part.map((one) => this.commandOne(asked, one, by)))));
    }
    void reply.code(results.every(({ outcome }) => outcome === 'done') ? 200 : 207).send({ results });
  }

  private async commandOne(
    { action: wanted, reason }: MessagesCommand,
    messageId: string,
    by: KeySubmitter,
  ): Promise<MessageResult> {
    try {
      if (wanted === 'release') await this.releases.release(messageId, { reason }, by);
      else await this.puttingAside.dismiss(messageId, reason!, by);
      return { messageId, outcome: 'done' };
    } catch (error) {
      return resultOf(messageId, wanted, error);
    }
  }
}

/** What says that a message is as it is wanted. */
const nothingToDo = { release: 'already-released', dismiss: 'already-dismissed' } as const;

/** @throws the error itself where nobody foresaw it: of that nothing can be said message by message */
const resultOf = (messageId: string, wanted: MessagesCommand['action'], error: unknown): MessageResult => {
  const { status, code, message, more } = problemOf(error);
  if (code === 'internal') throw error;
  const refused = code === nothingToDo[wanted] ? 'nothing-to-do' : 'refused';
  return {
    messageId,
    outcome: status >= 500 ? 'unknown' : refused,
    code,
    detail: message,
    ...(more.errors && more.errors.length > 0 && { errors: [...more.errors] }),
  };
};
