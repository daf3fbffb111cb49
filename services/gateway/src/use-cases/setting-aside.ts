import type { EventStore, RecordedEvent } from '@tributary/event-store';
import {
  type WithoutEffect,
  inOtherCurrency,
  isMoneyInOtherCurrency,
} from '../domain/message/other-currency.ts';
import type { Feed } from './feed/feed.ts';
import { recordOwn } from './own-facts.ts';
import { setAsideAppend } from './quarantining.ts';

/** The order service's word that a message changes nothing of an order. */
export type IgnoredFact = RecordedEvent<'tributary.order.fact-ignored.v1', WithoutEffect>;

/**
 * Messages that were taken in, and whose service then found what the door could not know: they are kept in
 * quarantine as the others are, to be corrected and released or dismissed.
 */
export class SettingAside {
  constructor(
    private readonly store: EventStore,
    private readonly feed: Pick<Feed, 'find'>,
  ) {}

  /**
   * Puts money in another currency than its order's into quarantine, once; everything else that has no effect
   * needs nobody. Told again, it records nothing more, also where the message was released or dismissed since.
   * @throws StoreUnavailable
   */
  async afterIgnored(fact: IgnoredFact): Promise<void> {
    const { messageId, reason } = fact.data;
    if (!isMoneyInOtherCurrency(fact.data)) return;
    const taken = (await this.feed.find(messageId))?.event;
    // Only what came in by the door can go out by it again.
    if (!taken?.stream.startsWith('gateway/inbox-')) return;
    const { message, fault } = inOtherCurrency(taken, reason);
    const raw = JSON.stringify(message);
    await recordOwn(this.store, (attempt) => setAsideAppend(messageId, raw, fault, fact, attempt));
  }
}
