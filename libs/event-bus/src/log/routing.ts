import { topicOf, upcast } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { BusMessage, Subscription } from '../port.ts';

/** The log is one partition: its positions are the offsets. */
export const logPartition = 'log';

/** An event concerns a subscription, and cannot be read as its current version. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(
    readonly asStored: BusMessage,
    override readonly cause: unknown,
  ) {
    super(`Event ${asStored.event.id} of type ${asStored.event.type} cannot be read: ${String(cause)}`);
  }
}

/** The message that an event of the log is to a subscription, or undefined where it does not concern it. */
export type Router = (recorded: RecordedEvent) => BusMessage | undefined;

/** The answer throws UnreadableEvent where an event cannot be brought to its current version. */
export const routerFor = ({
  group,
  topics,
  types,
}: Pick<Subscription, 'group' | 'topics' | 'types'>): Router => {
  const topicByStoredType = new Map<string, string | undefined>();
  const topicFor = (type: string) => {
    const topic = topicOf(type);
    return topic !== undefined && topics.includes(topic) && (types?.has(type) ?? true) ? topic : undefined;
  };
  return (recorded) => {
    let topic = topicByStoredType.get(recorded.type);
    if (topic === undefined && topicByStoredType.has(recorded.type)) return undefined;
    const event = current(recorded, topics);
    if (!event) return undefined;
    if (topic === undefined) topicByStoredType.set(recorded.type, (topic = topicFor(event.type)));
    return topic === undefined || givesUpOnGivingUp(event, group) ? undefined : messageOf(event, topic);
  };
};

const current = (recorded: RecordedEvent, topics: readonly string[]): RecordedEvent | undefined => {
  try {
    return upcast(recorded);
  } catch (cause) {
    const topic = topicOf(recorded.type);
    if (topic === undefined || !topics.includes(topic)) return undefined;
    throw new UnreadableEvent(messageOf(recorded, topic), cause);
  }
};

/** A group that fails on the news of its own failure would park for ever: it learns of a parked message, not of that one's parking. */
const givesUpOnGivingUp = ({ type, data }: RecordedEvent, group: string): boolean => {
  if (type !== 'tributary.message.parked.v1') return false;
  const parked = data as { group: string; eventType: string };
  return parked.group === group && parked.eventType === type;
};

const messageOf = (event: RecordedEvent, topic: string): BusMessage => {
  const stream = event.stream.slice(event.stream.indexOf('/') + 1);
  return {
    topic,
    key: event.metadata.key ?? stream,
    partition: logPartition,
    offset: event.position,
    event: { ...event, stream },
  };
};
