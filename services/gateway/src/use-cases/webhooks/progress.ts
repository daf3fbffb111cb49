import type { Coordination } from '@tributary/event-store';
import type { Feed } from '../feed/feed.ts';

/** How often it is saved at the most, in milliseconds: what was taken since is sent again after a crash. */
const savedEvery = 250;

/** How far a webhook has come: everything up to there was taken or given up. Kept beside the gateway's log. */
export class Progress {
  private unsaved: string | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly webhookId: string,
    private readonly feed: Feed,
    private readonly coordination: Pick<Coordination, 'position' | 'savePosition'>,
  ) {}

  /**
   * @param begins where it begins that has not come anywhere; the end of a log that was exchanged meanwhile
   * @returns a cursor of the feed
   */
  async load(begins: string): Promise<string> {
    const places = new Map(await this.feed.positionsAt(begins));
    for (const epoch of places.keys()) {
      const saved = await this.coordination.position(this.nameOf(epoch));
      if (saved !== undefined) places.set(epoch, saved);
      // The end of a log is another one the next time.
      else await this.coordination.savePosition(this.nameOf(epoch), places.get(epoch)!);
    }
    return this.feed.cursorOf(places);
  }

  /** @param onFailed told where it cannot be saved */
  save(cursor: string, onFailed: (error: unknown) => void): void {
    this.unsaved = cursor;
    this.timer ??= setTimeout(() => void this.flush().catch(onFailed), savedEvery);
  }

  /** Resolves when all that was handed in is saved. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { unsaved } = this;
    if (unsaved === undefined) return;
    this.unsaved = undefined;
    for (const [epoch, position] of await this.feed.positionsAt(unsaved))
      await this.coordination.savePosition(this.nameOf(epoch), position);
  }

  private nameOf(epoch: string): string {
    return `webhook-${this.webhookId}-${epoch}`;
  }
}
