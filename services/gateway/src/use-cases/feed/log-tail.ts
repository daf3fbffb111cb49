import { EventEmitter, once } from 'node:events';
import { type EventLog, type RecordedEvent, StoreUnavailable } from '@tributary/event-store';
import { ToldEvent } from '../../domain/feed/told-event.ts';

/** Most events, and most characters of them, that are kept for listeners who are close behind the head. */
const mostEvents = 4_096;
const mostCharacters = 16 * 1024 * 1024;

/** How long listeners are let wait for more, in milliseconds: what follows from an event comes right after it, and each is woken once. */
const linger = 10;

/** The newest events of a log, followed once for all who listen, and for as long as anybody does. */
export class LogTail {
  private events: ToldEvent[] = [];
  private characters = 0;
  /** Everything after it is kept; undefined while nobody listens. */
  private since: number | undefined;
  private reached = 0;
  private listeners = 0;
  private opening: Promise<void> | undefined;
  private following = new AbortController();
  private ringing: NodeJS.Timeout | undefined;
  private readonly bell = new EventEmitter().setMaxListeners(0);

  constructor(private readonly log: EventLog['all']) {}

  /** Begins to listen; what it answers ends that. */
  async open(): Promise<() => void> {
    this.listeners += 1;
    try {
      await (this.opening ??= this.begin());
    } catch (error) {
      this.listeners -= 1;
      this.opening = undefined;
      throw error;
    }
    return () => {
      this.listeners -= 1;
      if (this.listeners === 0) this.end();
    };
  }

  /** What is kept after a position, all of it; undefined where the log must be read. */
  after(position: number): readonly ToldEvent[] | undefined {
    if (this.since === undefined || position < this.since) return undefined;
    const first = this.events.findLastIndex((told) => told.position <= position) + 1;
    return this.events.slice(first);
  }

  /**
   * Resolves when there is something after a position.
   * @throws StoreUnavailable the log is not followed any more
   * @throws AbortError
   */
  async beyond(position: number, signal: AbortSignal): Promise<void> {
    while (this.reached <= position) {
      if (this.since === undefined) throw new StoreUnavailable('The log is not followed any more.');
      await once(this.bell, 'rung', { signal });
    }
  }

  private async begin(): Promise<void> {
    const head = await this.log.head();
    this.since = this.reached = head;
    const { signal } = (this.following = new AbortController());
    const ended = () => {
      if (!signal.aborted) this.end();
    };
    void this.follow(head, signal).then(ended, ended);
  }

  private async follow(head: number, signal: AbortSignal): Promise<void> {
    for await (const events of this.log.follow(head, signal)) {
      if (signal.aborted) return;
      this.keep(events);
      this.ringing ??= setTimeout(() => this.ring(), linger);
    }
  }

  private keep(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      const told = new ToldEvent(event);
      this.events.push(told);
      this.characters += told.json.length;
      this.reached = event.position;
    }
    if (this.events.length <= mostEvents && this.characters <= mostCharacters) return;
    // To three quarters, so that not every event at the bound copies the list.
    let drop = 0;
    while (
      this.events.length - drop > mostEvents * 0.75 ||
      (this.characters > mostCharacters * 0.75 && drop < this.events.length)
    ) {
      this.characters -= this.events[drop]!.json.length;
      drop += 1;
    }
    this.since = this.events[drop - 1]!.position;
    this.events = this.events.slice(drop);
  }

  private end(): void {
    this.following.abort();
    this.opening = undefined;
    this.since = undefined;
    this.events = [];
    this.characters = 0;
    this.ring();
  }

  private ring(): void {
    clearTimeout(this.ringing);
    this.ringing = undefined;
    this.bell.emit('rung');
  }
}
