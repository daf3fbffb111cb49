import { type EventStore, type RecordedEvent, consequenceId } from '@tributary/event-store';
import type { BusMessage, Place } from '../port.ts';
import { logPartition } from './places.ts';

export const parkedType = 'tributary.message.parked.v1';
export const redrivenType = 'tributary.message.redriven.v1';

interface Located {
  readonly group: string;
  readonly partition: string;
  readonly position: number;
  readonly eventId: string;
  readonly [detail: string]: unknown;
}

/** What stands in the stream of a group: the embedded bus of before named no partition. */
interface Recorded {
  readonly partition?: string;
  readonly position: number;
  readonly error?: string;
  readonly message?: unknown;
}

export interface ParkingOptions {
  /** Puts the message itself beside the reason: where the bus may forget it before somebody takes it up. */
  readonly keepsMessages?: boolean;
}

const nameOf = ({ partition, offset }: Place): string => `${partition} ${offset}`;

/**
 * Parked messages of one group, as facts in the bus's own stream: nothing is lost by giving up on
 * it. Other replicas of the service write to the same stream: `refresh` takes in what they did.
 */
export class Parking {
  /** Name of a place → version of the fact that says so. */
  private readonly places = new Map<string, number>();
  /** How often each message was parked and taken up again: a later parking is a new fact. */
  private readonly rounds = new Map<string, number>();
  private version = 0;

  private constructor(
    private readonly store: EventStore,
    private readonly group: string,
    private readonly options: ParkingOptions,
  ) {}

  static async open(store: EventStore, group: string, options: ParkingOptions = {}): Promise<Parking> {
    const parking = new Parking(store, group, options);
    await parking.refresh();
    return parking;
  }

  get count(): number {
    return this.places.size;
  }

  has(place: Place): boolean {
    return this.places.has(nameOf(place));
  }

  /** @throws RangeError nothing is parked there */
  mustHave(place: Place): void {
    if (!this.has(place)) {
      throw new RangeError(
        `Nothing of group ${this.group} is parked at ${place.offset} of ${place.partition}.`,
      );
    }
  }

  async refresh(): Promise<void> {
    for (const event of await this.store.readStream(this.stream, { from: this.version + 1 }))
      this.fold(event);
  }

  /**
   * The parked message as it was kept.
   * @throws RangeError nothing is parked there, or the message was not kept
   */
  async messageAt(place: Place): Promise<RecordedEvent> {
    this.mustHave(place);
    const from = this.places.get(nameOf(place))!;
    const [fact] = await this.store.readStream(this.stream, { from, limit: 1 });
    const { message } = (fact?.data ?? {}) as Partial<Recorded>;
    if (message === undefined) throw new RangeError(`The message at ${nameOf(place)} was not kept.`);
    return message as RecordedEvent;
  }

  /**
   * Parking the same message again, after a replay, is recorded once.
   * @param attempt names a re-drive: its outcome is a fact of its own
   */
  async park(message: BusMessage, error: unknown, attempts: number, attempt?: string): Promise<void> {
    const { event } = message;
    await this.record(message, parkedType, attempt, {
      eventType: event.type,
      subject: event.stream,
      error: descriptionOf(error).slice(0, 2_000),
      attempts,
      ...(this.options.keepsMessages && { message: withoutItsOwn(event) }),
    });
  }

  async redriven(message: BusMessage, attempt?: string): Promise<void> {
    await this.record(message, redrivenType, attempt, {});
  }

  /**
   * Waits until a re-drive that was handed over has come to its end, here or in another replica.
   * @throws Error the handler's error, or an AbortError when the signal aborts before
   */
  async outcomeOf(attempt: string, place: Place, after: number, signal: AbortSignal): Promise<void> {
    const failed = this.outcomeId(attempt, parkedType);
    for await (const events of this.store.follow(after, signal)) {
      await this.refresh();
      const failure = events.find(({ id }) => id === failed);
      if (failure) throw new Error((failure.data as Recorded).error);
      if (!this.has(place)) return;
    }
    signal.throwIfAborted();
  }

  private get stream(): string {
    return `parked-${this.group}`;
  }

  /** Two refreshes at once may give the same event twice. */
  private fold({ type, data, version }: RecordedEvent): void {
    if (version <= this.version) return;
    this.version = version;
    const { partition = logPartition, position } = data as Recorded;
    const name = nameOf({ partition, offset: position });
    if (type === parkedType) {
      this.places.set(name, version);
    } else {
      this.places.delete(name);
      this.rounds.set(name, this.roundOf(name) + 1);
    }
  }

  private roundOf(name: string): number {
    return this.rounds.get(name) ?? 0;
  }

  /** Ids of outcomes lead with nothing that could not be known before. */
  private outcomeId(attempt: string, type: string): string {
    return consequenceId(attempt, epoch, `${type}/${this.group}`, 0);
  }

  private async record(
    { event, partition, offset }: BusMessage,
    type: string,
    attempt: string | undefined,
    details: object,
  ): Promise<void> {
    const round = this.roundOf(nameOf({ partition, offset }));
    const id =
      attempt === undefined
        ? consequenceId(event.id, event.recordedTime, `${type}/${this.group}`, round)
        : this.outcomeId(attempt, type);
    const data: Located = { group: this.group, partition, position: offset, eventId: event.id, ...details };
    const { imported: _, key: __, ...metadata } = event.metadata;
    await this.store.append([
      {
        stream: this.stream,
        expectedVersion: 'any',
        events: [
          {
            id,
            type,
            time: event.recordedTime,
            data,
            metadata: { ...metadata, source: 'tributary/bus', causationId: event.id },
          },
        ],
      },
    ]);
    await this.refresh();
  }
}

const epoch = '1970-01-01T00:00:00.000Z';

/** A parked fact that is parked itself does not carry what it carried: that would grow without end. */
const withoutItsOwn = (event: RecordedEvent): RecordedEvent => {
  if (event.type !== parkedType) return event;
  const { message: _, ...data } = event.data as Recorded;
  return { ...event, data };
};

/** Handlers throw what they like: an Error, a problem document, anything. */
const descriptionOf = (error: unknown): string => {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  if (typeof error !== 'object' || error === null) return String(error);
  try {
    return JSON.stringify(error);
  } catch {
    return Object.prototype.toString.call(error);
  }
};
