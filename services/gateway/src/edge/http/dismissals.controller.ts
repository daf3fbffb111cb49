import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { DismissedMessage, DismissedMessages } from '@tributary/contracts';
import { Endpoint, type KeySubmitter, SubmittedBy, Valid } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import { z } from 'zod';
import { quarantine } from '../../projections/quarantine/quarantine.ts';
import { Dismissals, mostAtOnce } from '../../use-cases/dismissals.ts';
import { PuttingAside } from './putting-aside.ts';
import { readStoreToken } from '../tokens.ts';

export const Reason = z.string().trim().min(1).max(500).describe('Why, in words for people.');
const Dismiss = z.strictObject({ reason: Reason });
/** What the messages to dismiss have in common; the list takes the same filters. */
export const Kind = z.strictObject({
  code: z.string().max(200).optional().describe('Why they are here.'),
  source: z.string().max(2_048).optional().describe('The system that sent them.'),
  type: z.string().max(200).optional().describe('What they call themselves.'),
});
const DismissKind = Kind.extend({ reason: Reason }).refine(
  ({ reason: _, ...kind }) => Object.values(kind).some((value) => value !== undefined),
  'Name a code, a source or a type: what is dismissed is said, not left out.',
);
const MessageId = z.string().min(1).max(128);

/** Read at once on the way through all messages of a kind. */
const pageSize = 200;

@Controller('v1/inbox')
export class DismissalsController {
  constructor(
    @Inject(readStoreToken) private readonly store: ReadStore,
    @Inject(Dismissals) private readonly dismissals: Dismissals,
    @Inject(PuttingAside) private readonly puttingAside: PuttingAside,
  ) {}

  @Post(':messageId/dismiss')
  @HttpCode(200)
  @Endpoint({
    tag: 'quarantine',
    operation: 'dismissMessage',
    summary:
      'Put a quarantined message aside, with the reason. It is kept, and may be released later; the same message sent again stays dismissed. A parked message cannot be dismissed: it was accepted',
    allow: ['ops'],
    answer: DismissedMessage,
    body: Dismiss,
    bodyExamples: [{ reason: 'A test file of the supplier' }],
    params: { messageId: 'Message id' },
    problems: { 404: '`not-found`', 409: '`already-dismissed`, `already-released`, `parked`' },
  })
  async dismiss(
    @Param('messageId', new Valid(MessageId)) messageId: string,
    @Body(new Valid(Dismiss)) { reason }: z.infer<typeof Dismiss>,
    @SubmittedBy() by: KeySubmitter,
  ) {
    await this.puttingAside.dismiss(messageId, reason, by);
    return { messageId, state: 'dismissed' };
  }

  @Post('dismiss')
  @HttpCode(200)
  @Endpoint({
    tag: 'quarantine',
    operation: 'dismissMessages',
    summary: `Put quarantined messages of one kind aside, with the reason: those of a code, a source, a type, or of several of these. At most ${mostAtOnce} at once; \`more\` says whether to ask again`,
    allow: ['ops'],
    answer: DismissedMessages,
    body: DismissKind,
    bodyExamples: [
      {
        code: 'unknown-type',
        source: 'urn:erp:test',
        type: 'erp.stock.snapshot',
        reason: 'Sent by the test system',
      },
    ],
    problems: { 400: '`invalid`: no reason, or neither code, source nor type' },
  })
  dismissKind(
    @Body(new Valid(DismissKind)) { reason, ...kind }: z.infer<typeof DismissKind>,
    @SubmittedBy() by: KeySubmitter,
  ) {
    return this.dismissals.dismissEach(this.waiting(kind), reason, by);
  }

  private async *waiting(kind: z.infer<typeof Kind>): AsyncGenerator<readonly string[]> {
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.store.find(quarantine, {
        where: { state: 'quarantined', ...whereOf(kind) },
        sort: { by: 'receivedAt', direction: 'asc' },
        limit: pageSize,
        ...(cursor && { cursor }),
      });
      if (items.length > 0) yield items.map(({ id }) => id);
      if (next === undefined) return;
      cursor = next;
    }
  }
}

/** The filters that are named. */
export const whereOf = (kind: z.infer<typeof Kind>): Record<string, string> =>
  Object.fromEntries(Object.entries(kind).filter((entry) => entry[1] !== undefined));
