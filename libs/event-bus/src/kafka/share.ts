import type { KafkaMessage } from 'kafkajs';
import type { Fetched, Member, TopicPartition } from './member.ts';

export interface ShareUse {
  /** Aborted when the partition is taken away. */
  readonly stopped: AbortController;
  readonly isFull: () => boolean;
  readonly take: (message: KafkaMessage) => void;
  /** Up to this offset there is nothing more. */
  readonly skip: (offset: number) => void;
  /** All that was fetched together has been taken, up to this offset. */
  readonly fetched?: (last: number) => void;
}

/** Bytes taken and not done of one partition after which no more are fetched. */
const mostBytes = 4 * 1024 * 1024;
/** Fetches from an unexpected place, one after the other, after which that is the place. */
const mostStrays = 3;

/** One partition in the hands of this process: fetched without a gap, no more than can be held. */
export class Share {
  private next: number;
  private bytes = 0;
  private strays = 0;
  private paused = true;

  constructor(
    private readonly member: Member,
    private readonly place: TopicPartition,
    start: number,
    private readonly use: ShareUse,
  ) {
    this.next = start;
  }

  get signal(): AbortSignal {
    return this.use.stopped.signal;
  }

  get isOver(): boolean {
    return this.signal.aborted;
  }

  begin(): void {
    this.member.seek(this.place, this.next);
    this.goOn();
  }

  end(): void {
    this.use.stopped.abort();
  }

  /** What was asked for before a seek may come after it. */
  fetched({ from, messages, last }: Fetched): void {
    if (this.isOver) return;
    if (from !== this.next && (this.strays += 1) < mostStrays) {
      this.member.seek(this.place, this.next);
      return;
    }
    this.strays = 0;
    for (const message of messages) this.use.take(message);
    if (last > Number(messages.at(-1)?.offset ?? -1)) this.use.skip(last);
    this.next = last + 1;
    this.use.fetched?.(last);
    if (this.isFull && !this.paused) {
      this.paused = true;
      this.member.pause(this.place);
    }
  }

  holds(bytes: number): void {
    this.bytes += bytes;
  }

  /** Lets go of what is done. */
  letsGo(bytes: number): void {
    this.bytes -= bytes;
    this.goOn();
  }

  /** Fetches again where there is room. */
  private goOn(): void {
    if (!this.paused || this.isOver || this.isFull) return;
    this.paused = false;
    this.member.resume(this.place);
  }

  private get isFull(): boolean {
    return this.bytes >= mostBytes || this.use.isFull();
  }
}
