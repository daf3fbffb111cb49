import type { KafkaMessage } from 'kafkajs';
import { refusal } from './refusal.ts';

/** A record before it has its place. */
export type NewRecord = Pick<KafkaMessage, 'key' | 'value'> & {
  readonly headers: Record<string, Buffer | Buffer[]>;
  /** Milliseconds; the brokers' clock when left out. */
  readonly timestamp?: string;
};

/** How brokers recognise a batch that an idempotent producer sends again. */
export interface Numbered {
  readonly producer: number;
  /** Of its first record, among those of this producer in this partition. */
  readonly sequence: number;
}

interface Written {
  readonly sequence: number;
  readonly count: number;
  readonly offset: number;
}

/** Batches of each producer that are recognised when they come again. */
const remembered = 5;

/** One partition of a topic: what was appended, in order. */
export class SimulatedPartition {
  readonly records: KafkaMessage[] = [];
  private readonly producers = new Map<number, Written[]>();

  constructor(
    private readonly now: () => number,
    private readonly ring: () => void,
  ) {}

  /** The offset that the next record will have. */
  get high(): number {
    return this.records.length;
  }

  /**
   * Appends all of it, or nothing where the producer wrote it before.
   * @returns the offset of the first
   */
  append(records: readonly NewRecord[], numbered?: Numbered): number {
    const before = numbered && this.writtenBefore(numbered, records.length);
    if (before) return before.offset;
    const offset = this.high;
    for (const { key, value, headers, timestamp = String(this.now()) } of records)
      this.records.push({ key, value, headers, timestamp, attributes: 0, offset: String(this.high) });
    if (numbered) this.remember(numbered, { ...numbered, count: records.length, offset });
    this.ring();
    return offset;
  }

  /** From an offset on, at most so many bytes, unless a single record is larger. */
  from(offset: number, maxBytes: number): KafkaMessage[] {
    if (offset < 0 || offset > this.high) throw refusal('OFFSET_OUT_OF_RANGE', String(offset));
    let bytes = 0;
    let end = offset;
    while (end < this.high) {
      bytes += sizeOf(this.records[end]!);
      if (bytes > maxBytes && end > offset) break;
      end += 1;
    }
    return this.records.slice(offset, end);
  }

  /** Of the first record at or after a moment in milliseconds; the end where there is none. */
  offsetAt(moment: number): number {
    const first = this.records.findIndex(({ timestamp }) => Number(timestamp) >= moment);
    return first === -1 ? this.high : first;
  }

  private writtenBefore({ producer, sequence }: Numbered, count: number): Written | undefined {
    const written = this.producers.get(producer);
    if (!written) return undefined;
    const same = written.find((each) => each.sequence === sequence && each.count === count);
    const { sequence: last, count: ofLast } = written.at(-1)!;
    if (!same && sequence !== last + ofLast)
      throw refusal('OUT_OF_ORDER_SEQUENCE_NUMBER', `${sequence} after ${last + ofLast - 1}`);
    return same;
  }

  private remember({ producer }: Numbered, written: Written): void {
    this.producers.set(producer, [...(this.producers.get(producer) ?? []), written].slice(-remembered));
  }
}

const sizeOf = ({ key, value }: KafkaMessage): number => (key?.length ?? 0) + (value?.length ?? 0) + 100;
