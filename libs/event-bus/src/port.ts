import type { RecordedEvent } from '@tributary/event-store';

/**
 * The event bus port. Meaning, the same for every adapter:
 * - every event of a subscribed topic reaches each consumer group at least once;
 * - events with the same key reach a group in order, the next only after the one before is done;
 * - a group resumes after a crash where its durable checkpoint says, never later;
 * - a message that keeps failing is parked with its error after bounded retries, and the rest flows on.
 */
export interface BusMessage extends Place {
  readonly topic: string;
  readonly key: string;
  readonly event: RecordedEvent;
}

/**
 * Where a message lies on the bus, the unit of checkpoints. The offset is the event's position in the
 * log that recorded it, so it ascends inside a partition, survives moving the bus, and tells a
 * message that was sent twice.
 */
export interface Place {
  readonly partition: string;
  readonly offset: number;
}

/** Partition → last offset that is done. */
export type Checkpoints = Readonly<Record<string, number>>;

export interface Retry {
  /** Tries before a message is parked, the first included. */
  readonly attempts: number;
  /** Wait before the second try in milliseconds; doubles each time. */
  readonly firstDelay: number;
}

interface SubscriptionBase {
  /** Names the consumer group; its checkpoint outlives the process. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Event types that are handled; others on these topics are passed over. All when left out. */
  readonly types?: ReadonlySet<string>;
  readonly retry?: Retry;
}

/** One message at a time for each key, keys side by side. The bus keeps the checkpoint. */
export interface MessageSubscription extends SubscriptionBase {
  readonly kind: 'message';
  /** Most messages in work at once; what waits for its key or its next try counts only in the latter case. */
  readonly concurrency?: number;
  readonly handle: (message: BusMessage) => Promise<void>;
}

/** Batches in order; the handler stores the checkpoint together with its effect, so that it is applied exactly once. */
export interface BatchSubscription extends SubscriptionBase {
  readonly kind: 'batch';
  /** Most messages in a batch. */
  readonly maxBatch?: number;
  /** Milliseconds to wait for more once something arrived: fewer, larger batches for a little delay. */
  readonly linger?: number;
  /** What the handler stored last; asked once at start. */
  readonly checkpoints: () => Promise<Checkpoints>;
  /**
   * A batch that failed comes again, whole or in parts.
   * @param through partition and offset up to which everything is handled once this batch is:
   * may lie beyond the last message where others were passed over
   * @param isRedriven one message that was parked is handed over once more: it lies at or before `through`, the
   * checkpoint stays. Not told from its place: a batch that was stored and not answered comes again, too
   */
  readonly handle: (messages: readonly BusMessage[], through: Place, isRedriven?: boolean) => Promise<void>;
  /** Told how far the group has come, also where nothing concerned it. */
  readonly onProgress?: (through: Place) => void;
}

export type Subscription = MessageSubscription | BatchSubscription;

/**
 * Everything on some topics, to every process that asks, kept nowhere: for what a process holds in
 * memory only. A message whose handling fails is tried until it works.
 */
export interface Broadcast {
  readonly topics: readonly string[];
  readonly types?: ReadonlySet<string>;
  /** Where each process begins, each time it starts. */
  readonly from: 'beginning' | 'now';
  /** In order per key; the next messages only after these are done. */
  readonly handle: (messages: readonly BusMessage[]) => Promise<void>;
}

/** A broadcast that goes on. */
export interface Reading {
  /**
   * Resolves once this process has handled what is on the topics at this moment. Who asks while a question
   * is under way shares the next with others.
   * @throws StoreUnavailable nobody can say what is on the topics, or the bus closes before
   */
  caughtUp(): Promise<void>;
}

/** The newest state of something, for who joins late: of each key only the last is kept. */
export interface StateRecord {
  readonly key: string;
  /** Absent: there is no such thing any more. */
  readonly data?: object;
  /** Since when it is so, UTC ISO 8601. */
  readonly time: string;
}

/**
 * A topic of states, read by a broadcast: the type of each message is the name of the topic, its data is
 * null where there is no such thing any more, and its place is one on this topic, not in a log. A state may
 * come again, after one that followed it.
 */
export interface StateTopic {
  /** Resolves when all are durable on the bus; those of one key in the order given. */
  publish(states: readonly StateRecord[]): Promise<void>;
}

export interface GroupStatus {
  readonly group: string;
  /** Messages on the bus not yet handled by the group, other topics' included: an upper bound, as of a moment ago. */
  readonly lag: number;
  /** Grows with what the group has handled; comparable only with itself. */
  readonly position: number;
  readonly parked: number;
  /** True once the group has caught up with what was on the bus when it started. */
  readonly following: boolean;
}

export interface EventBus {
  subscribe(subscription: Subscription): Promise<void>;
  /** Resolves once what was on the topics at this moment has been handled, where it begins at the beginning. */
  broadcast(broadcast: Broadcast): Promise<Reading>;
  /** As of a moment ago: what is counted elsewhere is asked for in the background. */
  status(): readonly GroupStatus[];
  /** Makes the status one of now, as far as those who count answer. */
  refresh(): Promise<void>;
  /**
   * Handles everything again from a place (of that partition) or a moment (UTC ISO 8601), inclusive.
   * Message groups only: a batch handler owns its checkpoint.
   */
  replay(group: string, from: Place | { time: string }): Promise<void>;
  /** Hands a parked message to its group once more; rejects with the handler's error if it fails again. */
  redrive(group: string, place: Place): Promise<void>;
  /** Stops taking messages, waits for those in work, stores checkpoints. */
  close(): Promise<void>;
}
