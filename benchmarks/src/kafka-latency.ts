import { setTimeout as wait } from 'node:timers/promises';
import { openProducer } from '@tributary/event-bus/kafka';
import type { EventLog } from '@tributary/event-store';
import { openBus } from './kafka-group.ts';
import { inLog, publishedEvent, relaying } from './kafka-log.ts';
import { type Namespace, inNamespace, topic } from './kafka-namespace.ts';
import { type Report, percentile, reportOf, seconds, tailOf } from './measure.ts';
import { nextStream } from './sample-events.ts';
import { Tally } from './tally.ts';

const rate = 500;
const events = rate * 10;
/** Sent before it, so that no first time is measured. */
const warmUp = rate;

/**
 * Single events at a steady rate, each in a stream of its own; what a stall of the machine held up
 * follows at once.
 * @returns when each was handed to the log, by its id
 */
const appendSteadily = async (log: EventLog, count: number): Promise<Map<string, number>> => {
  const store = log.forService('order');
  const sent = new Map<string, number>();
  const appends: Promise<unknown>[] = [];
  const start = performance.now();
  for (let done = 0; done < count; done += 1) {
    const early = start + (done / rate) * 1_000 - performance.now();
    if (early > 0) await wait(early);
    const event = publishedEvent();
    sent.set(event.id, performance.now());
    appends.push(store.append([{ stream: nextStream(), expectedVersion: 0, events: [event] }]));
  }
  await Promise.all(appends);
  return sent;
};

/** Milliseconds from each event's append until its handler was called, and CPU an event. */
const pace = async (log: EventLog, place: Namespace) => {
  const seen = new Map<string, number>();
  const tally = new Tally();
  const producer = openProducer(place);
  const relay = relaying(log, { producer, namespace: place.namespace });
  const { bus, close } = openBus(log, place);
  const handle = ({ event }: { event: { id: string } }) => {
    seen.set(event.id, performance.now());
    return Promise.resolve(tally.came(1));
  };
  const paced = async (count: number) => {
    const all = tally.next(count);
    const sent = await appendSteadily(log, count);
    await all;
    return sent;
  };
  try {
    await bus.subscribe({ kind: 'message', group: 'latency', topics: [topic], handle });
    await paced(warmUp);
    const cpu = process.cpuUsage();
    const sent = await paced(events);
    const { user, system } = process.cpuUsage(cpu);
    const times = [...sent.values()];
    return {
      waits: [...sent].map(([id, at]) => seen.get(id)! - at),
      cpu: (user + system) / events,
      reached: ((events - 1) * 1_000) / (times.at(-1)! - times[0]!),
    };
  } finally {
    await close();
    await relay.close();
    await producer.close();
  }
};

/** From the append of an event through the relay and Kafka to the call of a handler, all in this process. */
export const kafkaLatency = (brokers: string): Promise<Report> =>
  inNamespace(brokers, (place) =>
    inLog(async (log) => {
      const { waits, cpu, reached } = await pace(log, place);
      const { p99, worst } = tailOf(waits);
      return reportOf({
        name: `append to handler over Kafka at ${Math.round(reached)}/s`,
        ours: `p50 ${seconds(percentile(waits, 50))}, p99 ${seconds(p99)} (worst stretch ${seconds(worst)})`,
        limit: '–',
        ratio: '–',
        cpu: `${Math.round(cpu)} µs/event`,
        goal: `p99 < 100 ms at ${rate}/s`,
        met: p99 < 100 && reached > rate * 0.95,
      });
    }),
  );
