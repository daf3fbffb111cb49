import type { RecordedEvent } from '@tributary/event-store';

/** Events taken one at a time from the pages of a follower; what is not taken stays for the next batch. */
export class Intake {
  private readonly pages: AsyncIterator<readonly RecordedEvent[]>;
  private page: readonly RecordedEvent[] = [];
  private taken = 0;
  private arriving: Promise<void> | undefined;

  constructor(follower: AsyncIterable<readonly RecordedEvent[]>) {
    this.pages = follower[Symbol.asyncIterator]();
  }

  get ready(): boolean {
    return this.taken < this.page.length;
  }

  /** Length of the newest page: a long one says that there is more behind it. */
  get pageLength(): number {
    return this.page.length;
  }

  take(): RecordedEvent {
    return this.page[this.taken++]!;
  }

  /** Resolves when events are there, the follower ended, or patience did, whichever is first. */
  async fill(patience: Promise<unknown>): Promise<void> {
    if (this.ready) return;
    this.arriving ??= this.next();
    await Promise.race([this.arriving, patience]);
  }

  /** Resolves with false when the follower has ended. */
  async filled(): Promise<boolean> {
    if (!this.ready) await (this.arriving ??= this.next());
    return this.ready;
  }

  private async next(): Promise<void> {
    const { done, value } = await this.pages.next();
    this.page = done ? [] : value;
    this.taken = 0;
    this.arriving = undefined;
  }
}
