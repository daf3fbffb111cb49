import { isOfNewerBuild, topicOf, upcast } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { BusMessage, Subscription } from '../port.ts';

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

/** The message that an event is to a subscription, or undefined where it does not concern it. */
export interface Router {
  /**
   * @param recorded its stream is named `<service>/<stream>`
   * @param partition where it lies
   * @throws UnreadableEvent it cannot be brought to its current version
   */
  (recorded: RecordedEvent, partition: string): BusMessage | undefined;
  /** True for a stored type that was found not to concern it: such an event need not be read. */
  passesOver(storedType: string): boolean;
}

export const routerFor = ({
  group,
  topics,
  types,
}: Pick<Subscription, 'topics' | 'types'> & { readonly group?: string }): Router => {
  const topicByStoredType = new Map<string, string | undefined>();
  const topicFor = (type: string) => {
    const topic = topicAmong(topics, type);
    // Whether one of a newer build concerns a group, only that build can tell; a broadcast gets what it asked for.
    const isConcerned =
      types === undefined || types.has(type) || (group !== undefined && isOfNewerBuild(type));
    return isConcerned ? topic : undefined;
  };
  const route = (recorded: RecordedEvent, partition: string): BusMessage | undefined => {
    let topic = topicByStoredType.get(recorded.type);
    if (topic === undefined && topicByStoredType.has(recorded.type)) return undefined;
    const event = current(recorded, topics, partition);
    if (!event) return undefined;
    if (topic === undefined) topicByStoredType.set(recorded.type, (topic = topicFor(event.type)));
    if (topic === undefined || givesUpOnGivingUp(event, group)) return undefined;
    return messageOf(event, topic, partition);
  };
  const passesOver = (storedType: string): boolean =>
    topicByStoredType.has(storedType) && topicByStoredType.get(storedType) === undefined;
  return Object.assign(route, { passesOver });
};

const topicAmong = (topics: readonly string[], type: string): string | undefined => {
  const topic = topicOf(type);
  return topic !== undefined && topics.includes(topic) ? topic : undefined;
};

const current = (
  recorded: RecordedEvent,
  topics: readonly string[],
  partition: string,
): RecordedEvent | undefined => {
  try {
    return upcast(recorded);
  } catch (cause) {
    const topic = topicAmong(topics, recorded.type);
    if (topic === undefined) return undefined;
    throw new UnreadableEvent(messageOf(recorded, topic, partition), cause);
  }
};

/** A group that fails on the news of its own failure would park for ever: it learns of a parked message, not of that one's parking. */
const givesUpOnGivingUp = ({ type, data }: RecordedEvent, group: string | undefined): boolean => {
  if (type !== 'tributary.message.parked.v1') return false;
  const parked = data as { group: string; eventType: string };
  return parked.group === group && parked.eventType === type;
};

const messageOf = (event: RecordedEvent, topic: string, partition: string): BusMessage => {
  const stream = event.stream.slice(event.stream.indexOf('/') + 1);
  return {
    topic,
    key: event.metadata.key ?? stream,
    partition,
    offset: event.position,
    event: { ...event, stream },
  };
};
