import { assertRoomFor } from '@tributary/http';

/** Most feeds that a process tells at once, and most of them with one key: each takes some memory and a connection. */
const room = { most: 2_000, mostOfKey: 200, called: 'feeds', full: 'Too many feeds are open already' };

/** Feeds that are open, each with what ends it. */
export class FeedStreams {
  private readonly open = new Map<AbortController, string>();

  /**
   * Takes a place until the answer is closed.
   * @returns ends the feed when aborted
   * @throws Problem 429 `too-many-streams` this key has its share, 503 `too-many-listeners` there is no room for anybody
   */
  begin(keyId: string): AbortController {
    assertRoomFor(keyId, [...this.open.values()], room);
    const ending = new AbortController();
    this.open.set(ending, keyId);
    ending.signal.addEventListener('abort', () => this.open.delete(ending), { once: true });
    return ending;
  }

  /** Ends all of them: the process stops. */
  close(): void {
    for (const ending of this.open.keys()) ending.abort();
  }
}
