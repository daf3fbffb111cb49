import type { KafkaMessage } from 'kafkajs';
import { unlessAborted } from '../delivery/retrying.ts';
import { readInbound } from './inbound-record.ts';
import { type Received, type TakeInbound, takeIn } from './inbound-taking.ts';
import type { Member, TopicPartition } from './member.ts';
import { Share } from './share.ts';

/** Messages, and bytes of them, handed over together; a larger one goes alone. */
const portionCount = 200;
const portionBytes = 4 * 1024 * 1024;
/** Messages that wait, beside a bound on their bytes, after which no more are fetched. */
const mostWaiting = 10 * portionCount;

export interface EntranceUse {
  readonly member: Member;
  /** Logical name of its topic. */
  readonly topic: string;
  readonly take: TakeInbound;
  /** Aborted when the partition is taken away. */
  readonly stopped: AbortController;
  /** Aborted when no new portion is to be begun; the one in work ends and is committed. */
  readonly closing: AbortSignal;
}

/** One partition of an entrance in the hands of this process: taken in order, portion by portion. */
export class EntrancePartition {
  private readonly share: Share;
  private readonly signal: AbortSignal;
  private readonly waiting: KafkaMessage[] = [];
  /** Behind what was fetched. */
  private end: number;
  private working: Promise<void> | undefined;

  constructor(
    private readonly place: TopicPartition,
    start: number,
    private readonly use: EntranceUse,
  ) {
    const { member, stopped, closing } = use;
    this.end = start;
    this.signal = AbortSignal.any([stopped.signal, closing]);
    this.share = new Share(member, place, start, {
      stopped,
      isFull: () => this.waiting.length >= mostWaiting,
      take: (message) => {
        this.waiting.push(message);
        this.share.holds(bytesOf(message));
      },
      skip: () => {},
      fetched: (last) => {
        this.end = last + 1;
        this.working ??= this.work();
      },
    });
  }

  /** The next offset to take in. */
  get next(): number {
    const [first] = this.waiting;
    return first ? Number(first.offset) : this.end;
  }

  begin(): void {
    this.share.begin();
  }

  /** @param fetched by the member, of this partition */
  fetched(fetched: Parameters<Share['fetched']>[0]): void {
    this.share.fetched(fetched);
  }

  /** Resolves when nothing of it is in work any more, once it is stopped or closing. */
  async idle(): Promise<void> {
    await this.working;
  }

  private async work(): Promise<void> {
    try {
      while (this.waiting.length > 0 && !this.signal.aborted) await this.takePortion();
    } catch (error) {
      unlessAborted(error);
    } finally {
      this.working = undefined;
    }
  }

  private async takePortion(): Promise<void> {
    const portion = portionOf(this.waiting);
    await takeIn(
      portion.map((message) => this.received(message)),
      this.use.take,
      this.signal,
    );
    this.waiting.splice(0, portion.length);
    this.share.letsGo(portion.reduce((sum, message) => sum + bytesOf(message), 0));
    // It may be another's by now. A commit that fails comes with the next.
    if (!this.share.isOver)
      await this.use.member.commit([{ ...this.place, offset: this.next }]).catch(() => {});
  }

  private received(message: KafkaMessage): Received {
    const { topic, partition } = this.place;
    const place = `${topic}/${partition}@${message.offset}`;
    return { message, record: readInbound(message, { topic: this.use.topic, place }) };
  }
}

const bytesOf = ({ value }: KafkaMessage): number => value?.length ?? 0;

/** The first messages that go together, at least one. */
const portionOf = (messages: readonly KafkaMessage[]): readonly KafkaMessage[] => {
  let [count, bytes] = [0, 0];
  for (const message of messages) {
    bytes += bytesOf(message);
    if (count === portionCount || (count > 0 && bytes > portionBytes)) break;
    count += 1;
  }
  return messages.slice(0, count);
};
