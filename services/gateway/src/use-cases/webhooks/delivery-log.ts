import type { Collection, ReadStore } from '@tributary/read-store';

/** A message that was tried: how often, and what came of the last try. */
export interface Tried {
  readonly eventId: string;
  readonly eventType: string;
  readonly subject: string;
  /** Tries so far. */
  readonly attempts: number;
  /** Of the first try and of the last, UTC ISO 8601. */
  readonly firstTriedAt: string;
  readonly triedAt: string;
  /** What the receiver answered; left out where it did not. */
  readonly status?: number;
  /** Why it was not taken; left out where it was. */
  readonly error?: string;
}

/** What lately came of the messages of a webhook. */
export interface DeliveryLogDocument {
  readonly webhookId: string;
  /** Messages that were taken, and those that were given up, since it began. */
  readonly taken: number;
  readonly givenUp: number;
  /** When one was taken last, UTC ISO 8601. */
  readonly lastTakenAt?: string;
  /** The newest tries first. */
  readonly recent: readonly Tried[];
  /** Messages that are being tried again, by the ids of their events. */
  readonly failing: readonly Tried[];
}

const deliveryLogs: Collection<DeliveryLogDocument> = {
  name: 'gateway.webhook_deliveries',
  version: 1,
  fields: {},
  indexes: [],
};

const mostRecent = 100;
const mostFailing = 100;
/** How often it is written at the most, in milliseconds. */
const writtenEvery = 1_000;

/** The log of a webhook as it was written last. */
export const storedLog = async (store: ReadStore, webhookId: string): Promise<DeliveryLogDocument> => {
  await store.declare([deliveryLogs]);
  const stored = await store.get(deliveryLogs, webhookId);
  return stored
    ? (JSON.parse(stored.json) as DeliveryLogDocument)
    : { webhookId, taken: 0, givenUp: 0, recent: [], failing: [] };
};

/** The log of one webhook: kept among the read models, for people to look at and for tries to be counted on after a restart. */
export class DeliveryLog {
  private taken = 0;
  private givenUp = 0;
  private lastTakenAt: string | undefined;
  private recent: readonly Tried[] = [];
  private readonly failing = new Map<string, Tried>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly webhookId: string,
    private readonly store: ReadStore,
  ) {}

  async load(): Promise<void> {
    const { taken, givenUp, lastTakenAt, recent, failing } = await storedLog(this.store, this.webhookId);
    [this.taken, this.givenUp, this.lastTakenAt, this.recent] = [taken, givenUp, lastTakenAt, recent];
    for (const each of failing) this.failing.set(each.eventId, each);
  }

  /** When something was taken last, UTC ISO 8601. */
  get takenAt(): string | undefined {
    return this.lastTakenAt;
  }

  /** How far a message had come that was being tried when it was last written. */
  triedBefore(eventId: string): Tried | undefined {
    return this.failing.get(eventId);
  }

  wasTaken(tried: Tried): void {
    this.taken += 1;
    this.lastTakenAt = tried.triedAt;
    this.settled(tried);
  }

  wasGivenUp(tried: Tried): void {
    this.givenUp += 1;
    this.settled(tried);
  }

  failed(tried: Tried): void {
    if (this.failing.size < mostFailing || this.failing.has(tried.eventId))
      this.failing.set(tried.eventId, tried);
    this.note(tried);
  }

  /** Counts anew how long messages have been tried: whoever paused it goes on. */
  forgetTries(): void {
    this.failing.clear();
    this.writeSoon();
  }

  async flush(): Promise<void> {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const document: DeliveryLogDocument = {
      webhookId: this.webhookId,
      taken: this.taken,
      givenUp: this.givenUp,
      ...(this.lastTakenAt !== undefined && { lastTakenAt: this.lastTakenAt }),
      recent: this.recent,
      failing: [...this.failing.values()],
    };
    await this.store.apply([{ collection: deliveryLogs, id: this.webhookId, document }], []);
  }

  private settled(tried: Tried): void {
    this.failing.delete(tried.eventId);
    this.note(tried);
  }

  private note(tried: Tried): void {
    this.recent = [tried, ...this.recent].slice(0, mostRecent);
    this.writeSoon();
  }

  private writeSoon(): void {
    // A log that cannot be written now is written with what comes next.
    this.timer ??= setTimeout(() => void this.flush().catch(() => {}), writtenEvery);
  }
}
