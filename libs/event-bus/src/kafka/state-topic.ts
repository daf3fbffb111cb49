import { type StateHeaders, isStateTopic } from '@tributary/contracts';
import { inboundEventId } from '@tributary/event-store';
import type { StateRecord, StateTopic } from '../port.ts';
import type { Outgoing, SafeProducer } from './produce.ts';
import { partitionOf, physicalTopic } from './topics.ts';

export interface StateTopicOptions {
  readonly producer: SafeProducer;
  /** Put before the topic's name. */
  readonly namespace: string;
  /** Of every topic: a state lies in the partition of the number in which its facts lie. */
  readonly partitions: number;
  /** Logical; also the type of what lies there. */
  readonly topic: string;
  /** CloudEvents source: who says so, e.g. `tributary/inventory`. */
  readonly source: string;
}

/**
 * Publishes to a compacted topic, in CloudEvents' binary mode; what is no more as a tombstone.
 * @throws RangeError the topic is none of states
 */
export const openStateTopic = (options: StateTopicOptions): StateTopic => {
  if (!isStateTopic(options.topic)) throw new RangeError(`There is no topic of states ${options.topic}.`);
  return {
    publish: (states) => options.producer.publish(states.map((state) => encodeState(options, state))),
  };
};

const encodeState = (
  { namespace, topic, partitions, source }: StateTopicOptions,
  { key, data, time }: StateRecord,
): Outgoing => {
  const value = data === undefined ? null : JSON.stringify(data);
  return {
    topic: physicalTopic(namespace, topic),
    partition: partitionOf(key, partitions),
    message: {
      key,
      value: value === null ? null : Buffer.from(value),
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: inboundEventId(`${source}/${topic}/${key}`, `${time} ${value}`),
        ce_type: topic,
        ce_source: source,
        ce_subject: key,
        ce_time: time,
      } satisfies StateHeaders,
    },
  };
};
