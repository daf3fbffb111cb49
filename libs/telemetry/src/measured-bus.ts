import {
  type BusMessage,
  type EventBus,
  type GroupStatus,
  type Subscription,
  withSubscriptions,
} from '@tributary/event-bus';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { buckets, secondsSince } from './durations.ts';

const groupLabel = 'messaging_consumer_group_name';
type GroupLabels = Readonly<Record<typeof groupLabel, string>>;

/** What is counted and timed of the work of consumer groups. */
const workOf = (registry: Registry) => {
  const parts = { labelNames: [groupLabel], registers: [registry] };
  return {
    handled: new Counter({
      name: 'tributary_messages_handled_total',
      help: 'Messages handled.',
      ...parts,
    }),
    failed: new Counter({
      name: 'tributary_messages_failed_tries_total',
      help: 'Tries that failed, each of one message or of one batch.',
      ...parts,
    }),
    duration: new Histogram({
      name: 'messaging_process_duration_seconds',
      help: 'A handler at work on one message or one batch, failed tries included.',
      buckets,
      ...parts,
    }),
    visible: new Histogram({
      name: 'tributary_read_model_delay_seconds',
      help: 'From an event being recorded to its being visible in the read model, of events since the start.',
      buckets,
      ...parts,
    }),
  };
};
type Work = ReturnType<typeof workOf>;

/** The status of groups, read when somebody asks: no broker is waited for. */
const watchStatus = (registry: Registry, buses: readonly EventBus[]): void => {
  const gauge = (name: string, help: string, read: (status: GroupStatus) => number) =>
    new Gauge({
      name,
      help,
      labelNames: [groupLabel],
      registers: [registry],
      collect() {
        this.reset();
        for (const status of buses.flatMap((bus) => bus.status()))
          this.set({ [groupLabel]: status.group }, read(status));
      },
    });
  gauge(
    'tributary_consumer_lag_messages',
    'Messages on the bus that the group has not handled: an upper bound, as of a moment ago.',
    ({ lag }) => lag,
  );
  gauge(
    'tributary_consumer_parked_messages',
    'Messages that the group gave up on and that were not redriven.',
    ({ parked }) => parked,
  );
};

/** The bus with the work of its groups counted and timed. */
export const busMeasurements = (registry: Registry): ((bus: EventBus) => EventBus) => {
  const work = workOf(registry);
  const buses: EventBus[] = [];
  watchStatus(registry, buses);
  return (bus) => {
    buses.push(bus);
    return withSubscriptions(bus, (subscription) => measured(subscription, work));
  };
};

const measured = (subscription: Subscription, work: Work): Subscription => {
  const labels: GroupLabels = { [groupLabel]: subscription.group };
  work.handled.inc(labels, 0);
  work.failed.inc(labels, 0);
  if (subscription.kind === 'message')
    return {
      ...subscription,
      handle: (message: BusMessage) => timed(() => subscription.handle(message), 1, work, labels),
    };
  // What was recorded before is history being read, not something that somebody waits for.
  const startedAt = new Date().toISOString();
  return {
    ...subscription,
    handle: async (messages, through, isRedriven) => {
      const handle = () => subscription.handle(messages, through, isRedriven);
      await timed(handle, messages.length, work, labels);
      timeVisible(messages, startedAt, (seconds) => work.visible.observe(labels, seconds));
    },
  };
};

const timed = async (
  handle: () => Promise<void>,
  messages: number,
  { handled, failed, duration }: Work,
  labels: GroupLabels,
): Promise<void> => {
  const started = performance.now();
  try {
    await handle();
    handled.inc(labels, messages);
  } catch (error) {
    failed.inc(labels);
    throw error;
  } finally {
    duration.observe(labels, secondsSince(started));
  }
};

/** Clocks of two machines may differ: what was visible before it was recorded took no time. */
const timeVisible = (
  messages: readonly BusMessage[],
  startedAt: string,
  observe: (seconds: number) => void,
): void => {
  const now = Date.now();
  for (const { event } of messages)
    if (event.recordedTime >= startedAt) observe(Math.max(0, now - Date.parse(event.recordedTime)) / 1_000);
};
