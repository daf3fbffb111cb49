import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, it } from '@jest/globals';
import type { EventLog } from '@tributary/event-store';
import type { BatchSubscription, BusMessage, EventBus, MessageSubscription, Place } from '../port.ts';

/** A fact as a service records it; the adapter under test sees to it that it appears on its topic. */
export interface Publication {
  readonly service: 'order' | 'inventory';
  readonly stream: string;
  readonly type: string;
  readonly data?: unknown;
}

/** Records it in the streams of its services, in the order given; resolves when all is durable. */
export const recordIn = async (
  log: Pick<EventLog, 'forService'>,
  events: readonly Publication[],
): Promise<void> => {
  const appends = events.map(({ service, stream, type, data = {} }) =>
    log.forService(service).append([
      {
        stream,
        expectedVersion: 'any',
        events: [
          {
            id: randomUUID(),
            type,
            time: '2026-03-01T10:00:00.000Z',
            data,
            metadata: { source: 'contract' },
          },
        ],
      },
    ]),
  );
  await Promise.all(appends);
};

export interface Opened {
  /** The bus as it is now: another one after a restart. */
  readonly bus: EventBus;
  /** Appends in the order given; answered when durable. */
  publish(events: readonly Publication[]): Promise<void>;
  /** Resolves when a crash would no longer repeat what message groups have handled by now. */
  settled(): Promise<void>;
  /** Crashes and starts again: what was in memory is gone, subscriptions too; what was durable is there. */
  restart(): Promise<void>;
  /** The bus of a second process of the same service, where there can be one; closed with the rest. */
  replica?(): EventBus;
  close(): Promise<void>;
}

/** Opens a bus on which nothing was published. */
export type Open = () => Promise<Opened>;

/** What an adapter may be unable to do. Each entry says why, in words; what is left out is required. */
export interface Features {
  /** Replay from a moment. */
  readonly replayFromTime?: string;
  /** Progress, also where only topics grow that a group did not subscribe to. */
  readonly progressOverOtherTopics?: string;
  /** Several processes in one group. */
  readonly sharing?: string;
}

export interface Effort {
  /** Random histories, each on a bus of its own; where they are few, one that fails is not made simpler. */
  readonly histories?: number;
}

export const itCan = (missing: string | undefined, name: string, test: () => Promise<void>): void => {
  if (missing === undefined) it(name, test);
  else it.skip(`${name} – not here: ${missing}`, test);
};

/** Closes after each test what it opened. */
export const opener = <O extends Opened = Opened>(open: () => Promise<O>): (() => Promise<O>) => {
  const opened: O[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  return async () => {
    const subject = await open();
    opened.push(subject);
    return subject;
  };
};

export const topics = { order: 'tributary.order.v1', inventory: 'tributary.inventory.v1' } as const;
export const deadLetters = 'tributary.dead-letters.v1';
export const parkedType = 'tributary.message.parked.v1';
export const cancelled = 'tributary.order.cancelled.v1';
export const tracked = 'tributary.order.tracked.v1';
export const released = 'tributary.inventory.released.v1';

/** Tracking of orders by default: `order('a', 1)` is the first of order a. */
export const order = (stream: string, n: number, type = tracked): Publication => ({
  service: 'order',
  stream,
  type,
  data: { n },
});

export const stock = (stream: string, n: number): Publication => ({
  service: 'inventory',
  stream,
  type: released,
  data: { n },
});

export const orders = (stream: string, count: number, first = 1): Publication[] =>
  Array.from({ length: count }, (_, index) => order(stream, first + index));

/** Ways in which orders that are tracked do not concern a group. */
export const unconcerned = ({ progressOverOtherTopics }: Features) => [
  {
    how: 'events of other types',
    missing: undefined,
    parts: { topics: [topics.order], types: new Set([cancelled]) },
  },
  { how: 'other topics', missing: progressOverOtherTopics, parts: { topics: [topics.inventory] } },
];

/** `a1`: what a message says, short enough to compare whole sequences. */
export const nameOf = ({ key, event }: BusMessage): string => `${key}${(event.data as { n: number }).n}`;

/** What was said of one key, in order. */
export const numbersOf = (names: readonly string[], key: string): number[] =>
  names.filter((name) => name.startsWith(key)).map((name) => Number(name.slice(key.length)));

/** From one message to the next of its key: the following one, or back to one given before. */
export const repeatsOnlySuffixes = (numbers: readonly number[]): boolean =>
  numbers.every((n, index) => (index === 0 ? n === 1 : n <= numbers[index - 1]! + 1));

export const placeOf = ({ partition, offset }: BusMessage): Place => ({ partition, offset });

/** Waits for a condition; fails with what was waited for. */
export const until = async (condition: () => boolean, what: string, milliseconds = 20_000): Promise<void> => {
  for (const end = Date.now() + milliseconds; !condition();) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await delay(1);
  }
};

export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export const gate = (): Gate => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
};

export const quickly = { attempts: 3, firstDelay: 1 };

/** A message group over all orders and stock that keeps what it was given, when its handling began. */
export const messages = (
  parts: Partial<MessageSubscription> = {},
): { readonly seen: string[]; readonly subscription: MessageSubscription } => {
  const seen: string[] = [];
  const { handle = () => Promise.resolve(), ...rest } = parts;
  const subscription: MessageSubscription = {
    kind: 'message',
    group: 'readers',
    topics: Object.values(topics),
    retry: quickly,
    ...rest,
    handle: (message) => {
      seen.push(nameOf(message));
      return handle(message);
    },
  };
  return { seen, subscription };
};

/** A store for a batch group: its effect and its checkpoint change together. */
export const ledger = (parts: Partial<BatchSubscription> = {}) => {
  const stored = { effect: [] as string[], checkpoints: {} as Record<string, number> };
  const batches: string[][] = [];
  const { handle = () => Promise.resolve(), ...rest } = parts;
  const subscription: BatchSubscription = {
    kind: 'batch',
    group: 'ledger',
    topics: Object.values(topics),
    retry: quickly,
    checkpoints: () => Promise.resolve({ ...stored.checkpoints }),
    ...rest,
    handle: async (batch, through) => {
      batches.push(batch.map(nameOf));
      await handle(batch, through);
      stored.effect.push(...batch.map(nameOf));
      stored.checkpoints[through.partition] = through.offset;
    },
  };
  return { stored, batches, subscription };
};

/**
 * A store that several processes of a batch group write: refused is who remembers another checkpoint
 * than is stored, as the read stores do. Each process subscribes with a subscription of its own.
 */
export const sharedLedger = () => {
  const stored = { effect: [] as string[], checkpoints: {} as Record<string, number> };
  const subscription = (parts: Partial<BatchSubscription> = {}): BatchSubscription => {
    let known: Record<string, number> = {};
    const { handle = () => Promise.resolve(), ...rest } = parts;
    return {
      kind: 'batch',
      group: 'ledger',
      topics: Object.values(topics),
      retry: quickly,
      checkpoints: () => Promise.resolve({ ...(known = { ...stored.checkpoints }) }),
      ...rest,
      handle: async (batch, through) => {
        await handle(batch, through);
        const { partition, offset } = through;
        if (stored.checkpoints[partition] !== known[partition])
          throw Object.assign(new Error('Somebody else came first.'), { code: 'stale-checkpoint' });
        stored.effect.push(...batch.map(nameOf));
        stored.checkpoints[partition] = known[partition] = offset;
      },
    };
  };
  return { stored, subscription };
};

export const statusOf = (bus: EventBus, group: string) => {
  const status = bus.status().find((each) => each.group === group);
  if (!status) throw new Error(`Group ${group} is not in the status.`);
  return status;
};

export const failing = (times: number, error: () => Error): (() => Promise<void>) => {
  let left = times;
  return () => (left-- > 0 ? Promise.reject(error()) : Promise.resolve());
};
