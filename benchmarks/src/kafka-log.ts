import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Outgoing, type Relay, type SafeProducer, startRelay } from '@tributary/event-bus/kafka';
import type { Coordination, EventLog, NewEvent } from '@tributary/event-store';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { partitions, publishedType } from './kafka-namespace.ts';
import { eventsInStream, nextStream, sampleEvent } from './sample-events.ts';

/** Streams written in one append. */
const together = 100;

/** An event as others of the samples, of a type that travels on Kafka. */
export const publishedEvent = (): NewEvent => ({ ...sampleEvent(), type: publishedType });

/** @param work is given an empty log in a temporary file, which is deleted after it */
export const inLog = async <T>(work: (log: EventLog) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-kafka-'));
  const log = openSqliteEventLog(path.join(folder, 'events.db'));
  try {
    return await work(log);
  } finally {
    await log.close();
    await rm(folder, { recursive: true });
  }
};

/** @param events a multiple of the events written together: 500 */
export const fill = async (log: EventLog, events: number): Promise<void> => {
  const store = log.forService('order');
  for (let done = 0; done < events; done += together * eventsInStream)
    await store.append(
      Array.from({ length: together }, () => ({
        stream: nextStream(),
        expectedVersion: 0,
        events: Array.from({ length: eventsInStream }, publishedEvent),
      })),
    );
};

/** One process, which remembers where it is as long as it runs. */
const alone = (): Coordination => {
  const positions = new Map<string, number>();
  return {
    alone: (_, signal, work) => work(signal),
    position: (name) => Promise.resolve(positions.get(name)),
    savePosition: (name, position) => Promise.resolve(void positions.set(name, position)),
    advancePosition: (name, position) => Promise.resolve(void positions.set(name, position)),
  };
};

export interface RelayingOptions {
  readonly producer: SafeProducer;
  readonly namespace: string;
  readonly onPublished?: (position: number) => void;
}

/** A relay from the beginning of the log. */
export const relaying = (log: EventLog, options: RelayingOptions): Relay =>
  startRelay({ log, coordination: alone(), partitions, name: 'relay', epoch: 'bench', ...options });

/** Relays the log from its first event to its last. */
export const relayAll = async (log: EventLog, options: RelayingOptions): Promise<void> => {
  const head = await log.all.head();
  const { promise, resolve } = Promise.withResolvers<void>();
  const relay = relaying(log, { ...options, onPublished: (position) => position === head && resolve() });
  await promise;
  await relay.close();
};

/** What the relay hands to its producer for this log, batch by batch. */
export const batchesOf = async (
  log: EventLog,
  namespace: string,
): Promise<readonly (readonly Outgoing[])[]> => {
  const batches: (readonly Outgoing[])[] = [];
  const producer: SafeProducer = {
    publish: (messages) => Promise.resolve(void batches.push(messages)),
    problem: undefined,
    close: () => Promise.resolve(),
  };
  await relayAll(log, { producer, namespace });
  return batches;
};
