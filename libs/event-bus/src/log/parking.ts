import { type EventLog, type EventStore, type RecordedEvent, consequenceId } from '@tributary/event-store';
import type { BusMessage } from '../port.ts';
import type { Router } from './routing.ts';

interface Located {
  readonly group: string;
  readonly position: number;
  readonly eventId: string;
  readonly [detail: string]: unknown;
}

/** Parked messages of one group, as facts in the bus's own stream: nothing is lost by giving up on it. */
export class Parking {
  private readonly offsets = new Set<number>();
  /** How often each message was parked and taken up again: a later parking is a new fact. */
  private readonly rounds = new Map<number, number>();

  private constructor(
    private readonly store: EventStore,
    private readonly group: string,
  ) {}

  static async open(store: EventStore, group: string): Promise<Parking> {
    const parking = new Parking(store, group);
    for (const { type, data } of await store.readStream(parking.stream)) {
      const { position } = data as { position: number };
      if (type === 'tributary.message.parked.v1') parking.offsets.add(position);
      else parking.takenUp(position);
    }
    return parking;
  }

  get count(): number {
    return this.offsets.size;
  }

  has(offset: number): boolean {
    return this.offsets.has(offset);
  }

  /** @throws RangeError nothing is parked there */
  mustHave(offset: number): void {
    if (!this.has(offset)) throw new RangeError(`Nothing of group ${this.group} is parked at ${offset}.`);
  }

  /**
   * The parked message, read again from the log.
   * @throws RangeError nothing is parked there, or it no longer concerns the group
   */
  async messageAt(offset: number, log: EventLog['all'], route: Router): Promise<BusMessage> {
    this.mustHave(offset);
    const [event] = await log.readAll(offset - 1, 1);
    const message = event?.position === offset ? route(event) : undefined;
    if (!message) throw new RangeError(`There is no message for group ${this.group} at ${offset}.`);
    return message;
  }

  /** Parking the same message again, after a replay, is recorded once. */
  async park({ event, offset }: BusMessage, error: unknown, attempts: number): Promise<void> {
    await this.record(event, 'tributary.message.parked.v1', {
      group: this.group,
      position: offset,
      eventId: event.id,
      eventType: event.type,
      subject: event.stream,
      error: descriptionOf(error).slice(0, 2_000),
      attempts,
    });
    this.offsets.add(offset);
  }

  async redriven({ event, offset }: BusMessage): Promise<void> {
    await this.record(event, 'tributary.message.redriven.v1', {
      group: this.group,
      position: offset,
      eventId: event.id,
    });
    this.takenUp(offset);
  }

  private takenUp(offset: number): void {
    this.offsets.delete(offset);
    this.rounds.set(offset, this.roundOf(offset) + 1);
  }

  private roundOf(offset: number): number {
    return this.rounds.get(offset) ?? 0;
  }

  private get stream(): string {
    return `parked-${this.group}`;
  }

  private async record(event: RecordedEvent, type: string, data: Located): Promise<void> {
    const id = consequenceId(
      event.id,
      event.recordedTime,
      `${type}/${this.group}`,
      this.roundOf(data.position),
    );
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
  }
}

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
