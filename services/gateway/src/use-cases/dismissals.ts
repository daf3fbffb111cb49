import type { GatewayFact, Submitter } from '@tributary/contracts';
import { Aggregates, type EventStore, commandedBy } from '@tributary/event-store';
import { type NotDismissed, type Standing, dismiss, standingFold } from '../domain/message/dismissal.ts';
import { quarantineStreamOf } from './quarantining.ts';

/** Messages that one request dismisses: enough for a wrong file, few enough to be answered at once. */
export const mostAtOnce = 1_000;

export interface DismissedMany {
  /** Dismissed now; what was dismissed or released before is not counted. */
  readonly dismissed: number;
  /** Whether there may be more: asked again, it goes on. */
  readonly more: boolean;
}

/** Messages in quarantine that nobody will release, put aside with the reason. */
export class Dismissals {
  constructor(private readonly store: EventStore) {}

  /** @returns why it was not dismissed, where it was not */
  async dismiss(messageId: string, reason: string, by: Submitter): Promise<NotDismissed | undefined> {
    const done = await this.messages().execute<NotDismissed>(
      commandedBy('tributary/gateway', by),
      quarantineStreamOf(messageId),
      (standing) => dismiss({ messageId, reason, by: by.actor }, standing),
    );
    return done.outcome === 'refused' ? done.refusal : undefined;
  }

  /**
   * Dismisses messages until there are no more or `mostAtOnce` were.
   * @param pages ids of messages, none of the pages empty
   */
  async dismissEach(
    pages: AsyncIterable<readonly string[]>,
    reason: string,
    by: Submitter,
  ): Promise<DismissedMany> {
    let dismissed = 0;
    for await (const page of pages) {
      const now = page.slice(0, mostAtOnce - dismissed);
      const refusals = await Promise.all(now.map((messageId) => this.dismiss(messageId, reason, by)));
      dismissed += refusals.filter((refusal) => refusal === undefined).length;
      if (now.length < page.length) return { dismissed, more: true };
    }
    return { dismissed, more: false };
  }

  /** Nothing is remembered from one to the next: the inbox quarantines and releases beside this. */
  private messages(): Aggregates<Standing, GatewayFact> {
    return new Aggregates(this.store, 'gateway', standingFold, (event) => event as unknown as GatewayFact, {
      cacheSize: 1,
    });
  }
}
