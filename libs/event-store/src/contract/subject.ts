import { randomUUID } from 'node:crypto';
import { afterEach, it } from '@jest/globals';
import type {
  EventLog,
  EventStore,
  ExpectedVersion,
  NewEvent,
  RecordedEvent,
  StreamAppend,
} from '../port.ts';
import type { ToldOfClock } from '../recorded-time.ts';

/** What an adapter may be unable to do. Each entry says why, in words; what is left out is required. */
export interface Missing {
  /** What was recorded is there after closing and opening again. */
  readonly reopen?: string;
  /** An append names several streams. */
  readonly severalStreams?: string;
  /** Appends take effect in the order of submission, without waiting for the answer to the one before. */
  readonly pipelining?: string;
  /** Positions count 1, 2, 3 … rather than only ascend. */
  readonly densePositions?: string;
  /** The recorded time comes from the clock given to `open`. */
  readonly clock?: string;
  /** Several processes write one log. */
  readonly sharing?: string;
}

export interface Opened {
  readonly log: EventLog;
  /** Closes the log and opens what it left behind. */
  reopen(): Promise<EventLog>;
  /** Another process on the same log, where several may be; closed with the rest. */
  another?(): Promise<EventLog>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Wall clock, milliseconds. */
  readonly now: () => number;
  readonly onClockBehind?: ToldOfClock;
}

/** Opens an empty log. */
export type Open = (options: OpenOptions) => Promise<Opened>;

/** What the parts of the suite need: fresh logs, and the features that are missing. */
export interface Subject {
  fresh(options?: OpenOptions): Promise<Opened>;
  readonly missing: Missing;
}

/** Closes after each test what it opened. */
export const subjectOf = (open: Open, missing: Missing): Subject => {
  const opened: Opened[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  const fresh = async (options: OpenOptions = { now: Date.now }) => {
    const log = await open(options);
    opened.push(log);
    return log;
  };
  return { fresh, missing };
};

/** A test of a feature that not every adapter has; where it is missing, the reason is part of the test's name. */
export const itCan = (
  missing: string | undefined,
  name: string,
  test: () => Promise<void>,
  timeout?: number,
): void => {
  if (missing === undefined) it(name, test, timeout);
  else it.skip(`${name} – not here: ${missing}`, test, timeout);
};

export const anEvent = (parts: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'UnitsReserved',
  time: '2026-03-01T10:00:00.000Z',
  data: { quantity: 1 },
  metadata: { source: 'contract', correlationId: 'c-1' },
  ...parts,
});

export const someEvents = (count: number): NewEvent[] => Array.from({ length: count }, () => anEvent());

export const to = (
  stream: string,
  expectedVersion: ExpectedVersion,
  ...events: NewEvent[]
): StreamAppend => ({
  stream,
  expectedVersion,
  events,
});

/** Follows until so many events have come. */
export const followFor = async (
  store: Pick<EventStore, 'follow'>,
  after: number,
  count: number,
): Promise<RecordedEvent[]> => {
  const enough = new AbortController();
  const seen: RecordedEvent[] = [];
  for await (const batch of store.follow(after, enough.signal)) {
    seen.push(...batch);
    if (seen.length >= count) enough.abort();
  }
  return seen;
};

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);
export const positionsOf = (events: readonly RecordedEvent[]): number[] =>
  events.map(({ position }) => position);

export const ascends = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
