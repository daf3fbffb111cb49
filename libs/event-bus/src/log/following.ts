import { setTimeout as delay } from 'node:timers/promises';
import type { EventLog, RecordedEvent } from '@tributary/event-store';
import { isNobodysFault, pauseAfter } from '../delivery/retrying.ts';

/**
 * Follows a log as its adapter does, and goes on from where it was when the store had been away: whoever
 * follows stands still meanwhile.
 * @throws what the adapter throws beside that
 */
export async function* following(
  all: Pick<EventLog['all'], 'follow'>,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[]> {
  let position = after;
  for (let failures = 0; !signal.aborted;) {
    try {
      for await (const events of all.follow(position, signal)) {
        failures = 0;
        position = events.at(-1)?.position ?? position;
        yield events;
      }
      return;
    } catch (error) {
      if (!isNobodysFault(error)) throw error;
      failures += 1;
      await delay(pauseAfter(failures), undefined, { signal }).catch(() => {});
    }
  }
}
