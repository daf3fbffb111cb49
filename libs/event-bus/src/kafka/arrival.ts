import { isStateTopic } from '@tributary/contracts';
import { type RecordedEvent, inboundEventId } from '@tributary/event-store';
import type { KafkaMessage } from 'kafkajs';
import { type Router, UnreadableEvent } from '../delivery/routing.ts';
import type { BusMessage, Place } from '../port.ts';
import { type ReceivedMessage, decodeEvent, decodePlace, decodeState } from './codec.ts';
import type { TopicPartition } from './member.ts';
import { busPartition } from './places.ts';
import { type RetryRequest, decodeRetry, retryTopicOf } from './redriving.ts';
import { logicalTopic } from './topics.ts';

/** A Kafka message as a group sees it: nothing but its offset where it does not concern the group. */
export interface Arrival {
  /** On Kafka. */
  readonly offset: number;
  readonly bytes: number;
  /** Absent for what comes a second time, and for what is no event. */
  readonly place?: Place;
  readonly message?: BusMessage;
  readonly unreadable?: UnreadableEvent;
  readonly retry?: RetryRequest;
}

export interface ReaderOptions {
  readonly namespace: string;
  /** Absent for a broadcast. */
  readonly group?: string;
  readonly types?: ReadonlySet<string>;
  /** Of the logs that are heeded; all of them when left out. */
  readonly epochs?: ReadonlySet<string>;
  readonly route: Router;
}

/** Bytes of an undecodable value that are kept. */
const keptBytes = 64 * 1024;

/**
 * Reads the messages of a Kafka partition.
 * @param seen partition → highest position; grows with what is read. What a relay sent twice is not above it.
 */
export const readerFor =
  ({ namespace, group, types, epochs, route }: ReaderOptions) =>
  (
    { topic: physical, partition }: TopicPartition,
    message: KafkaMessage,
    seen: Map<string, number>,
  ): Arrival => {
    const topic = logicalTopic(namespace, physical) ?? physical;
    const offset = Number(message.offset);
    const passedOver = { offset, bytes: (message.value?.length ?? 0) + (message.key?.length ?? 0) };
    if (group !== undefined && topic === retryTopicOf(group)) {
      const retry = decodeRetry(message.value);
      return retry ? { ...passedOver, retry } : passedOver;
    }
    const type = typeOf(message);
    try {
      const { epoch, place, event } = located(topic, partition, message);
      if (epochs && epoch !== undefined && !epochs.has(epoch)) return passedOver;
      if (place.offset <= (seen.get(place.partition) ?? -1)) return passedOver;
      const read = route.passesOver(type!) ? undefined : event();
      seen.set(place.partition, place.offset);
      return { ...passedOver, place, ...(read && routed(route, read, place, topic)) };
    } catch (cause) {
      if (types && type !== undefined && !types.has(type)) return passedOver;
      return { ...passedOver, unreadable: undecodable(topic, partition, message, type, cause) };
    }
  };

interface Located {
  readonly place: Place;
  /** Absent for a state: no log has recorded it, so it lies where Kafka says. */
  readonly epoch?: string;
  /** Reads it as a whole. */
  readonly event: () => RecordedEvent;
}

/** @throws UndecodableMessage it is neither an event nor a state of ours; so does reading it */
const located = (topic: string, partition: number, message: KafkaMessage): Located => {
  if (isStateTopic(topic)) {
    const offset = Number(message.offset);
    const place = { partition: `${topic}:${partition}`, offset };
    return { place, event: () => decodeState(received(message), offset) };
  }
  const { epoch, position, stream } = decodePlace(received(message));
  const place = { partition: busPartition(topic, partition, epoch, stream), offset: position };
  return { epoch, place, event: () => decodeEvent(received(message)).event };
};

const received = ({ value, headers }: KafkaMessage): ReceivedMessage => ({
  value,
  ...(headers && { headers }),
});

const routed = (
  route: Router,
  event: RecordedEvent,
  place: Place,
  topic: string,
): Pick<Arrival, 'message' | 'unreadable'> => {
  try {
    const message = route(event, place.partition);
    return message ? { message } : {};
  } catch (error) {
    if (error instanceof UnreadableEvent) return { unreadable: error };
    const key = event.metadata.key ?? event.stream;
    return { unreadable: new UnreadableEvent({ ...place, topic, key, event }, error) };
  }
};

const typeOf = ({ headers }: KafkaMessage): string | undefined => {
  const type = headers?.['ce_type'];
  return typeof type === 'string' ? type : Buffer.isBuffer(type) ? type.toString() : undefined;
};

/** What is no event is kept as it lies there, as far as that is sensible, at its Kafka offset. */
const undecodable = (
  topic: string,
  partition: number,
  message: KafkaMessage,
  type: string | undefined,
  cause: unknown,
): UnreadableEvent => {
  const offset = Number(message.offset);
  const place = `${topic}:${partition}`;
  const time = timeOf(message.timestamp);
  const event: RecordedEvent = {
    id: inboundEventId(`tributary/kafka/${place}`, message.offset),
    type: type ?? 'undecodable',
    time,
    recordedTime: time,
    data: {
      key: message.key?.subarray(0, keptBytes).toString('base64') ?? null,
      value: message.value?.subarray(0, keptBytes).toString('base64') ?? null,
      bytes: message.value?.length ?? 0,
    },
    metadata: { source: 'tributary/bus' },
    position: offset,
    stream: place,
    version: 1,
  };
  const key = message.key?.toString() ?? '';
  return new UnreadableEvent({ topic, key, partition: `${place}:unreadable`, offset, event }, cause);
};

const timeOf = (timestamp: string): string => {
  const time = new Date(Number(timestamp));
  return Number.isNaN(time.getTime()) ? new Date(0).toISOString() : time.toISOString();
};
