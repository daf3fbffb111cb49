import { typesOn } from '@tributary/contracts';
import type { EventLog, RecordedEvent } from '@tributary/event-store';
import { logPartition } from '../delivery/places.ts';
import { isNobodysFault } from '../delivery/retrying.ts';
import { type Router, UnreadableEvent, routerFor } from '../delivery/routing.ts';
import type { BatchSubscription, BusMessage, EventBus, Place } from '../port.ts';

const pageSize = 10_000;

/** How far a fold goes, and how the bus divided what it folds. */
export interface Folding {
  /** Of a group: the last position folded of each partition; all that is there, when left out. */
  readonly through?: (group: string) => Promise<(partition: string) => number>;
  /** The log is one partition of this name; that of the embedded bus when left out. */
  readonly partition?: string;
  /** The partition that an event lies in, for read models built from a bus that divided the log. */
  readonly partitionOf?: (event: RecordedEvent) => string | undefined;
}

/**
 * A bus that folds the log into a projector at once and ends: for rebuilding and for checking. It fails
 * where the store of the projector stays away.
 */
export const refoldingBus = (
  log: Pick<EventLog, 'all'>,
  { through: throughOf, partition: whole = logPartition, partitionOf }: Folding = {},
): Pick<EventBus, 'subscribe' | 'broadcast'> => ({
  // What a process holds in memory only is in no read model.
  broadcast: () => Promise.resolve({ caughtUp: () => Promise.resolve() }),
  subscribe: async (subscription) => {
    if (subscription.kind !== 'batch') throw new Error(`Group ${subscription.group} keeps no read model.`);
    const head = await log.all.head();
    const through = (await throughOf?.(subscription.group)) ?? (() => head);
    const end = partitionOf ? head : through(whole);
    const route = routerFor(subscription);
    const types = typesOn(subscription.topics);
    const within = (event: RecordedEvent): string | undefined => {
      const partition = partitionOf ? partitionOf(event) : whole;
      return partition !== undefined && event.position <= through(partition) ? partition : undefined;
    };
    for (let after = 0; after < end;) {
      const events = await log.all.readAll(after, pageSize, types);
      after = Math.min(events.at(-1)?.position ?? end, end);
      for (const [partition, { messages, offset }] of partitioned(events, route, within))
        await handle(subscription, messages, { partition, offset });
      // What follows concerns nobody: the one partition is read to its end all the same.
      if (events.length === 0 && partitionOf === undefined)
        await handle(subscription, [], { partition: whole, offset: after });
      subscription.onProgress?.({ partition: whole, offset: after });
    }
  },
});

interface Batch {
  readonly messages: BusMessage[];
  offset: number;
}

const partitioned = (
  events: readonly RecordedEvent[],
  route: Router,
  partitionOf: (event: RecordedEvent) => string | undefined,
): Map<string, Batch> => {
  const batches = new Map<string, Batch>();
  for (const event of events) {
    const partition = partitionOf(event);
    if (partition === undefined) continue;
    let batch = batches.get(partition);
    if (!batch) batches.set(partition, (batch = { messages: [], offset: 0 }));
    batch.offset = event.position;
    const message = readable(route, event, partition);
    if (message) batch.messages.push(message);
  }
  return batches;
};

/** An event that cannot be read is parked by the live bus, and so in no document. */
const readable = (route: Router, event: RecordedEvent, partition: string): BusMessage | undefined => {
  try {
    return route(event, partition);
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined;
    throw error;
  }
};

/**
 * What the live model had to park fails here again, and is passed over in the same way. A store that is
 * away is no message's fault: it may have been given too much at once, else the fold ends.
 */
const handle = async (
  subscription: BatchSubscription,
  messages: readonly BusMessage[],
  through: Place,
): Promise<void> => {
  try {
    await subscription.handle(messages, through);
  } catch (error) {
    if (messages.length === 0 || (messages.length === 1 && isNobodysFault(error))) throw error;
    if (messages.length === 1) return;
    const middle = messages.length >> 1;
    await handle(subscription, messages.slice(0, middle), {
      ...through,
      offset: messages[middle - 1]!.offset,
    });
    await handle(subscription, messages.slice(middle), through);
  }
};
