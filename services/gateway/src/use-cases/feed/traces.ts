import type { PublishedEvent, WhatBecame } from '@tributary/contracts';
import { consequencesOf, outcomeOf } from '../../domain/feed/what-became.ts';
import { type LoggedEvent, publishedEvent } from '../../domain/feed/published-event.ts';
import type { Wanted } from '../../domain/feed/wanted.ts';
import type { Feed } from './feed.ts';

/** Events after it that are looked through for what follows from one. */
const mostLookedAt = 10_000;

export interface Trace {
  readonly event: PublishedEvent;
  readonly outcome: WhatBecame['outcome'];
  readonly consequences: readonly PublishedEvent[];
  /** Set where there is more to look through. */
  readonly isPartial?: true;
}

/** What became of events: found in the logs when somebody asks, so that nothing is kept for it. */
export class Traces {
  constructor(private readonly feed: Feed) {}

  /**
   * An event and what follows from it, as far as the next ten thousand events tell.
   * @param wanted what whoever asks may be told
   */
  async of(id: string, wanted: Wanted): Promise<Trace | undefined> {
    const located = await this.feed.locate(id);
    if (!located || !wanted.has(located.told)) return undefined;
    const after: LoggedEvent[] = [];
    const signal = new AbortController().signal;
    let isPartial = false;
    for await (const { events } of this.feed.read(located.places, { wanted, isLive: false, signal })) {
      after.push(...events.map(({ told }) => told.event));
      isPartial = after.length >= mostLookedAt;
      if (isPartial) break;
    }
    const consequences = consequencesOf(id, after);
    const { event } = located.told;
    return {
      event: publishedEvent(event),
      outcome: outcomeOf(event, consequences),
      consequences: consequences.map(publishedEvent),
      ...(isPartial && { isPartial }),
    };
  }
}
