import { Inject, Injectable } from '@nestjs/common';
import { type InboxMessage, type ReleasedMessage, jsonTextOf } from '@tributary/contracts';
import { type KeySubmitter, Problem } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import type { z } from 'zod';
import { quarantine } from '../../projections/quarantine/quarantine.ts';
import { Inbox } from '../../use-cases/inbox.ts';
import type { ConsumerGroups } from '../consumer-groups.ts';
import { consumerGroupsToken, readStoreToken } from '../tokens.ts';

type Answer = z.infer<typeof ReleasedMessage>;

export interface HowReleased {
  /** What is taken in instead of the message as it came, parsed JSON. */
  readonly corrected?: unknown;
  /** Only say what would become of it. */
  readonly dryRun?: boolean;
  /** Why, where that is said. */
  readonly reason?: string | undefined;
}

/** How a release is answered: with the event that is taken in, or the problem that stands against it. */
@Injectable()
export class Releases {
  constructor(
    @Inject(readStoreToken) private readonly store: ReadStore,
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(consumerGroupsToken) private readonly groups: ConsumerGroups,
  ) {}

  /** @throws Problem 404 `not-found` */
  async find(messageId: string): Promise<InboxMessage> {
    const stored = await this.store.get(quarantine, messageId);
    if (!stored) throw new Problem(404, 'not-found', `There is no message ${messageId} in quarantine.`);
    return JSON.parse(stored.json) as InboxMessage;
  }

  /** @throws Problem 404, 409 `already-released`, 422 with what is still wrong with it */
  async release(
    messageId: string,
    { corrected, dryRun = false, reason }: HowReleased,
    by: KeySubmitter,
  ): Promise<Answer> {
    const message = await this.find(messageId);
    if (message.state === 'released') throw alreadyReleased();
    if (message.whole && corrected === undefined) throw onlyItsBeginning();
    if (message.parked) return this.redrive(message, dryRun);
    const { accepted, fault, releasedBefore } = await this.inbox.release(
      messageId,
      corrected ?? readable(await this.inbox.rawOf(messageId)),
      by,
      dryRun,
      reason,
    );
    if (releasedBefore) throw alreadyReleased();
    if (fault) throw new Problem(422, fault.code, fault.reason, { errors: fault.faults });
    return { messageId, state: dryRun ? message.state : 'released', ...(accepted && { event: accepted }) };
  }

  private async redrive({ messageId, parked }: InboxMessage, dryRun: boolean): Promise<Answer> {
    if (dryRun)
      throw new Problem(
        422,
        'no-preview',
        'A parked message cannot be previewed: release it, and it is parked again if it fails again.',
      );
    try {
      const { group, partition = 'log', position } = parked!;
      await this.groups.redrive(group, { partition, offset: position });
    } catch (error) {
      throw new Problem(422, 'failed-again', `It could not be applied: ${(error as Error).message}`);
    }
    return { messageId, state: 'released' };
  }
}

const alreadyReleased = () => new Problem(409, 'already-released', 'This message was released before.');

const onlyItsBeginning = () =>
  new Problem(422, 'too-large', 'Only how it begins was kept: send the corrected event as the body.');

const readable = (raw: string): unknown => {
  const read = jsonTextOf(Buffer.from(raw), 'message');
  if ('code' in read)
    throw new Problem(422, read.code, `${read.reason} Send the corrected event as the body.`);
  try {
    return JSON.parse(read.text) as unknown;
  } catch {
    throw new Problem(422, 'not-json', 'This message is not JSON: send the corrected event as the body.');
  }
};
