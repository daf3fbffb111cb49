import type { RecordedEvent } from '../port.ts';

/** Most events and most bytes of JSON kept in memory for followers that are close behind the head. */
const maxEvents = 8_192;
const maxBytes = 16 * 1024 * 1024;

/**
 * The newest events as objects, so that a follower at the head neither queries nor parses, and the
 * bell that wakes followers when something was committed.
 */
export class Tail {
  private events: { event: RecordedEvent; bytes: number }[] = [];
  private bytes = 0;
  private waiting: (() => void)[] = [];

  constructor(private head: number) {}

  get position(): number {
    return this.head;
  }

  /** @param sizes JSON bytes of each event */
  committed(events: readonly RecordedEvent[], sizes: readonly number[]): void {
    events.forEach((event, index) => {
      this.events.push({ event, bytes: sizes[index]! });
      this.bytes += sizes[index]!;
    });
    this.head = events.at(-1)?.position ?? this.head;
    this.trim();
    const woken = this.waiting;
    this.waiting = [];
    for (const wake of woken) wake();
  }

  /** Events after a position, or undefined when that far back must be read from disk. */
  after(position: number, limit: number): RecordedEvent[] | undefined {
    if (position >= this.head) return [];
    const first = this.events[0]?.event.position;
    if (first === undefined || position + 1 < first) return undefined;
    const start = position + 1 - first;
    return this.events.slice(start, start + limit).map(({ event }) => event);
  }

  /** Resolves when something is committed after a position, or the signal aborts. */
  beyond(position: number, signal: AbortSignal): Promise<void> {
    if (this.head > position || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.waiting.push(wake);
    });
  }

  /** Drops to three quarters once a bound is passed, so that the array is not copied for every event at the bound. */
  private trim(): void {
    if (this.events.length <= maxEvents && this.bytes <= maxBytes) return;
    let drop = 0;
    while (
      drop < this.events.length &&
      (this.events.length - drop > maxEvents * 0.75 || this.bytes > maxBytes * 0.75)
    ) {
      this.bytes -= this.events[drop]!.bytes;
      drop += 1;
    }
    this.events = this.events.slice(drop);
  }
}
