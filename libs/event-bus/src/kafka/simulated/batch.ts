import type { Batch, KafkaMessage } from 'kafkajs';
import type { TopicPartition } from '../member.ts';

/** What was fetched of a partition, as the driver hands it on; `fetchedOffset` is not in the driver's types. */
export const simulatedBatch = (
  { topic, partition }: TopicPartition,
  from: number,
  messages: KafkaMessage[],
  high: number,
): Batch & { readonly fetchedOffset: string } => {
  const [first, last] = [messages.at(0)!.offset, messages.at(-1)!.offset];
  return {
    topic,
    partition,
    messages,
    fetchedOffset: String(from),
    highWatermark: String(high),
    isEmpty: () => false,
    firstOffset: () => first,
    lastOffset: () => last,
    offsetLag: () => String(high - 1 - Number(last)),
    offsetLagLow: () => String(high - 1 - Number(first)),
  };
};
