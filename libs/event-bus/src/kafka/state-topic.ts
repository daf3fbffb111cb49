import { inboundEventId } from '@tributary/event-store';
import type { StateRecord, StateTopic } from '../port.ts';
import { statePrefix } from './codec.ts';
import type { Outgoing, SafeProducer } from './produce.ts';
import { partitionOf, physicalTopic } from './topics.ts';

export interface StateTopicOptions {
  readonly producer: SafeProducer;
  /** Put before the topic's name. */
  readonly namespace: string;
  /** Logical, `tributary.state.<what>.v1`; also the CloudEvents type of what it holds. */
  readonly topic: string;
  /** Of every topic: a state lies in the partition of the number in which its facts lie. */
  readonly partitions: number;
  /** CloudEvents source: who says so, e.g. `tributary/repository`. */
  readonly source: string;
}

/**
 * A compacted topic: the newest state of each key, as CloudEvents in binary mode; what there is no
 * more is a tombstone, which the brokers forget after a day.
 * @throws RangeError the topic's name is not that of a state topic
 */
export const openStateTopic = (options: StateTopicOptions): StateTopic => {
  const { producer, topic } = options;
  if (!topic.startsWith(statePrefix))
    throw new RangeError(`State topics are named ${statePrefix}…: ${topic}`);
  return {
    publish: (states) => producer.publish(states.map((state) => encodeState(options, state))),
  };
};

/** Its id is that of the same state at the same time, so that publishing it again says the same. */
const encodeState = (
  { namespace, topic, partitions, source }: StateTopicOptions,
  { key, data, time }: StateRecord,
): Outgoing => ({
  topic: physicalTopic(namespace, topic),
  partition: partitionOf(key, partitions),
  message: {
    key,
    value: data === undefined ? null : Buffer.from(JSON.stringify(data)),
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: inboundEventId(`${source}/${topic}/${key}`, time),
      ce_source: source,
      ce_type: topic,
      ce_subject: key,
      ce_time: time,
    },
  },
});
