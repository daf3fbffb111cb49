import type { RecordedEvent } from '@tributary/event-store';

/**
 * The event bus port. Meaning, the same for every adapter:
 * - every event of a subscribed topic reaches each consumer group at least once;
 * - events with the same key reach a group in order, the next only after the one before is done;
 * - a group resumes after a crash where its durable checkpoint says, never later;
 * - a message that keeps failing is parked with its error after bounded retries, and the rest flows on.
 */
export interface BusMessage {
  readonly topic: string;
  readonly key: string;
  /** Where it lies on the bus: partition and offset, the unit of checkpoints. */
  readonly partition: string;
  readonly offset: number;
  readonly event: RecordedEvent;
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
   * @param through partition and offset up to which everything is handled once this batch is:
   * may lie beyond the last message where others were passed over
   */
  readonly handle: (
    messages: readonly BusMessage[],
    through: { partition: string; offset: number },
  ) => Promise<void>;
  /** Told how far the group has come, also where nothing concerned it. */
  readonly onProgress?: (through: { partition: string; offset: number }) => void;
}

export type Subscription = MessageSubscription | BatchSubscription;

export interface GroupStatus {
  readonly group: string;
  /** Messages on the bus not yet handled by the group, other topics' included: an upper bound, as of a moment ago. */
  readonly lag: number;
  readonly position: number;
  readonly parked: number;
  /** True once the group has caught up with what was on the bus when it started. */
  readonly following: boolean;
}

export interface EventBus {
  subscribe(subscription: Subscription): Promise<void>;
  status(): readonly GroupStatus[];
  /** Handles everything again from an offset or a moment (UTC ISO 8601), inclusive. Message groups only: a batch handler owns its checkpoint. */
  replay(group: string, from: { offset: number } | { time: string }): Promise<void>;
  /** Hands a parked message to its group once more; rejects with the handler's error if it fails again. */
  redrive(group: string, offset: number): Promise<void>;
  /** Stops taking messages, waits for those in work, stores checkpoints. */
  close(): Promise<void>;
}
