import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { InboxMessage, InboxMessages, ReleasedMessage } from '@tributary/contracts';
import { Endpoint, type KeySubmitter, SubmittedBy, Valid, listParameters, sendList } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { quarantine } from '../../projections/quarantine/quarantine.ts';
import { Inbox } from '../../use-cases/inbox.ts';
import { Kind, whereOf } from './dismissals.controller.ts';
import { CloudEvent, eventExamples } from './events.controller.ts';
import { Releases } from './releases.ts';
import { readStoreToken } from '../tokens.ts';

const size = { usual: 50, most: 200 };
const sort = { by: 'receivedAt', direction: 'desc' } as const;

const ListQuery = Kind.extend({
  state: z
    .enum(['waiting', 'quarantined', 'parked', 'dismissed', 'released'])
    .optional()
    .describe('The state they are in; `waiting` are those quarantined or parked. All where left out.'),
  ...listParameters(size),
});
const ReleaseQuery = z.strictObject({
  dryRun: z.enum(['', 'true', 'false']).optional().describe('Only say what would become of it.'),
});
/** The states in which a message waits for a person. */
const waiting = ['quarantined', 'parked'];
const MessageId = z.string().min(1).max(128);

/** Open messages are counted up to here. */
const countedTo = 200;

@Controller('v1/inbox')
export class InboxController {
  constructor(
    @Inject(readStoreToken) private readonly store: ReadStore,
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(Releases) private readonly releases: Releases,
  ) {}

  @Get()
  @Endpoint({
    tag: 'quarantine',
    operation: 'listInbox',
    summary:
      'Messages that need a person, newest first, of a state, a code, a source or a type; `open` counts up to 200, without what was released or dismissed',
    allow: ['integrator', 'ops'],
    answer: { list: InboxMessages },
    query: ListQuery,
  })
  async list(
    @Query(new Valid(ListQuery)) { limit, cursor, state, ...kind }: z.infer<typeof ListQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const where = {
      ...whereOf(kind),
      ...(state && { state: state === 'waiting' ? waiting : state }),
    };
    const part = async (most: number, after?: string) => {
      const { items, next } = await this.store.find(quarantine, {
        where,
        sort,
        limit: most,
        ...(after && { cursor: after }),
      });
      return { texts: items.map(({ json }) => json), ...(next && { next }) };
    };
    const list = { name: 'inbox', answer: InboxMessages, size, part, beside: () => this.open() };
    await sendList(reply, list, { limit, cursor });
  }

  private async open() {
    const where = { state: waiting };
    const { items } = await this.store.find(quarantine, { where, sort, limit: countedTo });
    return { open: items.length };
  }

  @Get(':messageId')
  @Endpoint({
    tag: 'quarantine',
    operation: 'getInboxMessage',
    summary:
      'One of these messages, whole; of one that was `too-large` its first 2 kB, its size and its digest',
    allow: ['integrator', 'ops'],
    answer: InboxMessage,
    params: { messageId: 'Message id' },
    problems: { 404: '`not-found`' },
  })
  async one(@Param('messageId', new Valid(MessageId)) messageId: string) {
    const { rawLength: _, ...message } = await this.releases.find(messageId);
    return message.raw === undefined ? message : { ...message, raw: await this.inbox.rawOf(messageId) };
  }

  @Post(':messageId/release')
  @HttpCode(200)
  @Endpoint({
    tag: 'quarantine',
    operation: 'releaseMessage',
    summary:
      'Take in a quarantined or dismissed message, corrected (send it) or as it is; hand a parked one to its service again. With ?dryRun nothing is recorded',
    allow: ['ops'],
    answer: ReleasedMessage,
    body: CloudEvent.optional(),
    bodyExamples: eventExamples,
    query: ReleaseQuery,
    params: { messageId: 'Message id' },
    problems: { 404: '`not-found`', 409: '`already-released`', 422: 'What is still wrong with it' },
  })
  async release(
    @Param('messageId', new Valid(MessageId)) messageId: string,
    @Query(new Valid(ReleaseQuery)) { dryRun }: z.infer<typeof ReleaseQuery>,
    @Body() corrected: unknown,
    @SubmittedBy() by: KeySubmitter,
  ) {
    return this.releases.release(messageId, { corrected, dryRun: dryRun === '' || dryRun === 'true' }, by);
  }
}
