import type { EventLog } from '@tributary/event-store';
import { ToldEvent } from '../../domain/feed/told-event.ts';
import type { Wanted } from '../../domain/feed/wanted.ts';
import type { LogTail } from './log-tail.ts';

/** A log whose events are told. */
export interface FeedLog {
  /** Names its positions, as of `EventLog`. */
  readonly epoch: string;
  /** Streams are named `<service>/<stream>`. */
  readonly all: EventLog['all'];
  /** The streams of one service, one by one. */
  readonly forService: EventLog['forService'];
}

/** Events read from a log at once. */
const pageSize = 500;

/** One log of a feed as one listener goes through it. */
export class LogPart {
  /** Up to here all was taken. */
  place: number;
  private page: readonly ToldEvent[] = [];
  private taken = 0;
  private atEnd = false;

  /**
   * @param until position at which it ends; undefined where it goes on as things happen
   * @param tail open, where it goes on
   */
  constructor(
    private readonly log: FeedLog['all'],
    from: number,
    private readonly until: number | undefined,
    private readonly tail: LogTail | undefined,
  ) {
    this.place = from;
  }

  /** Whether the log itself has to be read for what comes next. */
  get isInHistory(): boolean {
    return this.next === undefined && !this.hasEnded && this.tail?.after(this.place) === undefined;
  }

  get next(): ToldEvent | undefined {
    return this.page[this.taken];
  }

  /** Nothing comes after what is read: now, or at all. */
  get isAtEnd(): boolean {
    return this.next === undefined && (this.atEnd || this.hasEnded);
  }

  take(): ToldEvent {
    const told = this.page[this.taken]!;
    this.taken += 1;
    this.place = told.position;
    return told;
  }

  /** Reads on where all that was read is taken. */
  async fill({ recordedTypes }: Wanted): Promise<void> {
    if (this.next !== undefined || this.hasEnded) return;
    this.taken = 0;
    const kept = this.tail?.after(this.place);
    if (kept) {
      this.page = kept;
      this.atEnd = kept.length === 0;
      return;
    }
    // Asked first: what is recorded meanwhile comes after it, and is read the next time.
    const end = this.until ?? (await this.log.head());
    const events = await this.log.readAll(this.place, pageSize, recordedTypes);
    this.page = events.filter(({ position }) => position <= end).map((event) => new ToldEvent(event));
    this.atEnd = this.page.length === 0;
    if (this.atEnd) this.place = Math.max(this.place, end);
  }

  /** Resolves when there is more. */
  async beyond(signal: AbortSignal): Promise<void> {
    await this.tail!.beyond(this.place, signal);
  }

  private get hasEnded(): boolean {
    return this.until !== undefined && this.place >= this.until;
  }
}
