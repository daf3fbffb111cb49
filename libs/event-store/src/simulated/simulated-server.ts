import { Batch, type Known, type Outcome } from '../batch.ts';
import { prepareEvent } from '../prepared-append.ts';
import type { RecordedEvent } from '../port.ts';
import { type ToldOfClock, recordedTimeAt, tellIfBehind } from '../recorded-time.ts';
import { type Row, toLazyEvent } from '../rows.ts';
import type { Submitted } from '../submitted.ts';

/** A clock, in milliseconds, and who is told where it is behind what is recorded. */
export interface Clocked {
  readonly now: () => number;
  readonly onClockBehind: ToldOfClock;
}

export interface SimulatedServerOptions {
  /** Told what is recorded. */
  readonly onRecorded?: (rows: readonly Row[]) => void;
  /** Its own clock, in milliseconds: by it leases lapse. */
  readonly now?: () => number;
}

/** What the store would hold on its disk: it outlives the processes that write to it. */
export class SimulatedServer {
  /** In the order of their positions, which count them. */
  readonly rows: Row[] = [];
  readonly heads = new Map<string, { readonly version: number; readonly hash: string }>();
  readonly byId = new Map<string, Row>();
  private readonly streams = new Map<string, Row[]>();
  /** How far those have come who follow it. */
  readonly checkpoints = new Map<string, number>();
  /** How far something has come, by its name. */
  readonly positions = new Map<string, number>();
  private readonly leases = new Map<string, { readonly holder: object; readonly expires: number }>();
  private readonly events = new WeakMap<Row, RecordedEvent>();
  private waiting: (() => void)[] = [];

  private readonly onRecorded: (rows: readonly Row[]) => void;
  private readonly now: () => number;

  /** @param epoch names its positions */
  constructor(
    readonly epoch: string,
    { onRecorded = () => {}, now = () => performance.now() }: SimulatedServerOptions = {},
  ) {
    this.onRecorded = onRecorded;
    this.now = now;
  }

  /** Takes a lease where nobody has it, or renews it; says whether it is held now. */
  takeLease(name: string, holder: object, milliseconds: number): boolean {
    const known = this.leases.get(name);
    if (known && known.holder !== holder && known.expires >= this.now()) return false;
    this.leases.set(name, { holder, expires: this.now() + milliseconds });
    return true;
  }

  advance(name: string, position: number): void {
    if (position > (this.positions.get(name) ?? -1)) this.positions.set(name, position);
  }

  giveLeaseBack(name: string, holder: object): void {
    if (this.leases.get(name)?.holder === holder) this.leases.delete(name);
  }

  /** In the order of their versions. */
  stream(name: string): readonly Row[] {
    return this.streams.get(name) ?? [];
  }

  /** Those who follow the whole log share what they get: parsed once, and nobody's to change. */
  event(row: Row, prefixLength: number): RecordedEvent {
    if (prefixLength > 0) return toLazyEvent(row, prefixLength);
    let event = this.events.get(row);
    if (!event) this.events.set(row, (event = toLazyEvent(row, 0)));
    return event;
  }

  opened({ now, onClockBehind }: Clocked): void {
    tellIfBehind(onClockBehind, now(), this.lastRecorded);
  }

  /** Writes one append, or nothing of it. */
  commit(submitted: Submitted, { now, onClockBehind }: Clocked): Outcome {
    const batch = new Batch(this.known, recordedTimeAt(onClockBehind, now(), this.lastRecorded));
    const outcome = batch.take(submitted);
    this.keep(batch);
    return outcome;
  }

  /** Takes over what another log recorded; nothing of it where some of it does not fit. */
  restore(events: readonly RecordedEvent[]): void {
    const batch = new Batch(this.known, '');
    for (const event of events)
      batch.restore(event.stream, event.version, event.recordedTime, prepareEvent(event));
    this.keep(batch);
  }

  /** Resolves at once where there is something after a position, else with the next that is recorded. */
  async beyond(position: number): Promise<void> {
    if (this.rows.length <= position) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private get lastRecorded(): string {
    return this.rows.at(-1)?.[6] ?? '';
  }

  private get known(): Known {
    return {
      position: this.rows.length,
      recorded: this.lastRecorded,
      heads: this.heads,
      events: this.byId,
    };
  }

  private keep({ rows, streams }: Batch): void {
    if (rows.length === 0) return;
    for (const row of rows) {
      this.rows.push(row);
      this.byId.set(row[3], row);
      const stream = this.streams.get(row[1]);
      if (stream) stream.push(row);
      else this.streams.set(row[1], [row]);
    }
    for (const [stream, { version, hash }] of streams) this.heads.set(stream, { version, hash });
    this.onRecorded(rows);
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
