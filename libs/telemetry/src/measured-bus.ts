import { type Link, type Span, type SpanContext, SpanKind } from '@opentelemetry/api';
import type {
  BatchSubscription,
  Broadcast,
  BusMessage,
  EventBus,
  MessageSubscription,
  Place,
  Subscription,
} from '@tributary/event-bus';
import type { ConsumerNumbers } from './consumers.ts';
import type { DurationSeries } from './durations.ts';
import { handedOn } from './handed-on.ts';
import type { Telemetry } from './telemetry.ts';
import { isSampled, parseTraceparent } from './traceparent.ts';
import { type Tracing, endSpan } from './tracing.ts';

/** Names broadcasts among the consumer groups: they have none. */
const broadcastGroup = 'broadcast';

/**
 * The bus with every group's work counted, timed and, where tracing is on, traced: a message is
 * handled in a span that continues the trace of its event.
 */
export const measuredBus = <B extends EventBus>(bus: B, telemetry: Telemetry): B => {
  const { consumers, tracing } = telemetry;
  consumers.watch(bus);
  return handedOn<EventBus>(bus, {
    subscribe: async (subscription) => {
      const numbers = consumers.group(subscription.group);
      await bus.subscribe(measured(subscription, numbers, tracing));
      consumers.subscribed(bus, subscription.group);
    },
    broadcast: (broadcast) =>
      bus.broadcast(measuredBroadcast(broadcast, consumers.group(broadcastGroup), tracing)),
  }) as B;
};

const measured = (
  subscription: Subscription,
  numbers: ConsumerNumbers,
  tracing: Tracing | undefined,
): Subscription =>
  subscription.kind === 'message'
    ? { ...subscription, handle: messageHandler(subscription, numbers, tracing) }
    : { ...subscription, handle: batchHandler(subscription, numbers, tracing) };

const messageHandler = (
  { group, handle }: MessageSubscription,
  numbers: ConsumerNumbers,
  tracing: Tracing | undefined,
): MessageSubscription['handle'] => {
  const timedHandle = (message: BusMessage) => timed(numbers, 1, performance.now(), handle(message));
  if (!tracing) return timedHandle;
  return (message) => {
    const cause = parseTraceparent(message.event.metadata.traceparent);
    const work = () => timedHandle(message);
    if (cause && !isSampled(cause)) return tracing.under(cause, work);
    return ending(startHandling(tracing, cause, group, message), tracing, work);
  };
};

const batchHandler = (
  { group, handle }: BatchSubscription,
  numbers: ConsumerNumbers,
  tracing: Tracing | undefined,
): BatchSubscription['handle'] => {
  // What was recorded before is history being read, not something that somebody waits for.
  const startedAt = new Date().toISOString();
  return async (messages: readonly BusMessage[], through: Place) => {
    const work = () => timed(numbers, messages.length, performance.now(), handle(messages, through));
    await (tracing ? tracedBatch(tracing, group, messages, work) : work());
    timeVisible(messages, startedAt, numbers.visible);
  };
};

const measuredBroadcast = (
  broadcast: Broadcast,
  numbers: ConsumerNumbers,
  tracing: Tracing | undefined,
): Broadcast => ({
  ...broadcast,
  handle: (messages) => {
    const work = () => timed(numbers, messages.length, performance.now(), broadcast.handle(messages));
    return tracing ? tracedBatch(tracing, broadcastGroup, messages, work) : work();
  },
});

const timed = async (
  numbers: ConsumerNumbers,
  messages: number,
  started: number,
  handling: Promise<void>,
): Promise<void> => {
  try {
    await handling;
    numbers.handled += messages;
  } catch (error) {
    numbers.failed += messages;
    throw error;
  } finally {
    numbers.seconds.record((performance.now() - started) / 1_000);
  }
};

/** Recorded times ascend, and many events share one: each is parsed once. */
const timeVisible = (messages: readonly BusMessage[], startedAt: string, visible: DurationSeries): void => {
  const now = Date.now();
  for (let index = 0; index < messages.length;) {
    const { recordedTime } = messages[index]!.event;
    let next = index + 1;
    while (next < messages.length && messages[next]!.event.recordedTime === recordedTime) next += 1;
    if (recordedTime >= startedAt)
      visible.record(Math.max(0, now - Date.parse(recordedTime)) / 1_000, next - index);
    index = next;
  }
};

/** Keys and streams are not told: they name orders. */
const startHandling = (
  tracing: Tracing,
  cause: SpanContext | undefined,
  group: string,
  { topic, event }: BusMessage,
): Span =>
  tracing.start(`handle ${event.type}`, cause, {
    kind: SpanKind.CONSUMER,
    attributes: {
      'messaging.consumer.group.name': group,
      'messaging.destination.name': topic,
      'messaging.message.id': event.id,
      'tributary.event.type': event.type,
    },
  });

/** Traces that one batch is shown in; it may serve thousands. */
const maxTraces = 128;

/**
 * A batch is one span in each of the kept traces it serves. The first carries the work; links join
 * them. A batch that serves none, such as history being read again, leaves no span.
 */
const tracedBatch = (
  tracing: Tracing,
  group: string,
  messages: readonly BusMessage[],
  work: () => Promise<void>,
): Promise<void> => {
  const [first, ...others] = keptTraces(messages);
  if (!first) return work();
  const apply = (cause: SpanContext, links: readonly Link[]): Span =>
    tracing.start(`apply ${group}`, cause, {
      kind: SpanKind.CONSUMER,
      attributes: {
        'messaging.consumer.group.name': group,
        'messaging.batch.message_count': messages.length,
      },
      links,
    });
  const carrying = apply(
    first,
    others.map((context) => ({ context })),
  );
  const joined = others.map((cause) => apply(cause, [{ context: carrying.spanContext() }]));
  return ending(carrying, tracing, work, joined);
};

const keptTraces = (messages: readonly BusMessage[]): readonly SpanContext[] => {
  const found = new Map<string, SpanContext>();
  for (const { event } of messages) {
    const { traceparent } = event.metadata;
    if (traceparent === undefined || found.has(traceparent)) continue;
    const cause = parseTraceparent(traceparent);
    if (cause && isSampled(cause)) found.set(traceparent, cause);
    if (found.size === maxTraces) break;
  }
  return [...found.values()];
};

const ending = async (
  span: Span,
  tracing: Tracing,
  work: () => Promise<void>,
  joined: readonly Span[] = [],
): Promise<void> => {
  const end = (failure?: { error: unknown }): void =>
    [span, ...joined].forEach((each) => endSpan(each, failure));
  try {
    await tracing.within(span, work);
    end();
  } catch (error) {
    end({ error });
    throw error;
  }
};
