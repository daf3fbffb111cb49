import type { StreamWrite } from './connection.ts';
import type { Names } from './names.ts';
import { type ChainedEvent, type Head, chain, reservationRecord, toRecord } from './records.ts';
import { type Waiting, idsOf, repeatsIn, streamsOf } from './waiting.ts';

/** Events in one transaction: each takes a reservation beside it. */
const maxEvents = 256;
/** Characters of JSON in one transaction; the server takes a megabyte of appends by default. */
const maxLength = 400_000;

export interface Planned {
  readonly waiting: Waiting;
  /** In the order given. */
  readonly events: readonly ChainedEvent[];
  /** Of each part, after its last event. */
  readonly versions: readonly number[];
}

const lengthOf = ({ parts }: Waiting): number =>
  parts.reduce(
    (sum, { events }) =>
      sum + events.reduce((all, { text, metadata }) => all + text.length + metadata.length, 0),
    0,
  );

const countOf = ({ parts }: Waiting): number => parts.reduce((sum, { events }) => sum + events.length, 0);

/**
 * Appends that go to the server in one transaction, each standing on the ones before it. The
 * transaction names a stream once and writes it in one piece, so a run ends where a stream would
 * come back: what was appended first stands first, also across streams.
 */
export class Run {
  readonly planned: Planned[] = [];
  private readonly heads = new Map<string, Head>();
  /** Names as the server compares them in a transaction: without regard to case. */
  private readonly named = new Set<string>();
  private readonly ids = new Set<string>();
  private last = '';
  private length = 0;

  /** @param known the head of every stream that the appends name */
  constructor(private readonly known: (stream: string) => Head) {}

  /** The version a part would find its stream at. */
  headOf(stream: string): Head {
    return this.heads.get(stream) ?? this.known(stream);
  }

  /** Where streams will end once the run is recorded. */
  get ends(): ReadonlyMap<string, Head> {
    return this.heads;
  }

  /** Takes one more append, if it fits and nothing speaks against it as far as this process knows. */
  take(waiting: Waiting, recorded: string): boolean {
    if (this.planned.length > 0 && !this.hasRoomFor(waiting)) return false;
    const ids = idsOf(waiting);
    if (repeatsIn(ids).length > 0 || ids.some((id) => this.ids.has(id))) return false;
    if (this.firstMismatch(waiting) !== undefined) return false;
    this.add(waiting, recorded);
    return true;
  }

  /** The first part whose stream would not be where it expects it. */
  firstMismatch({ parts }: Waiting): { name: string; expected: number; actual: number } | undefined {
    const ahead = new Map<string, number>();
    for (const { name, stream, expectedVersion: expected, events } of parts) {
      const actual = ahead.get(stream) ?? this.headOf(stream).version;
      if (expected !== 'any' && expected !== actual) return { name, expected, actual };
      ahead.set(stream, actual + events.length);
    }
    return undefined;
  }

  /** The transaction: each event's id is taken in the same breath as the event is written. */
  writes(names: Names): StreamWrite[] {
    const byStream = new Map<string, ChainedEvent[]>();
    const reservations: StreamWrite[] = [];
    for (const { waiting, events } of this.planned) {
      for (const chained of events) {
        const { stream, version, event } = chained;
        const records = [reservationRecord({ stream, version, attempt: waiting.attempt })];
        reservations.push({ stream: names.reservation(event.id), version: 0, records });
        const others = byStream.get(stream);
        if (others) others.push(chained);
        else byStream.set(stream, [chained]);
      }
    }
    const writes = [...byStream].map(([stream, events]) => ({
      stream: names.events + stream,
      version: events[0]!.version - 1,
      records: events.map(toRecord),
    }));
    return [...reservations, ...writes];
  }

  /** The append that a refused write belongs to. */
  ownerOf(stream: string, names: Names): Waiting | undefined {
    return this.planned.find(({ events }) =>
      events.some(
        (each) => names.reservation(each.event.id) === stream || names.events + each.stream === stream,
      ),
    )?.waiting;
  }

  private hasRoomFor(waiting: Waiting): boolean {
    const entered = streamsOf(waiting).filter((stream) => stream !== this.last);
    if (entered.some((stream) => this.named.has(stream.toLowerCase()))) return false;
    return this.ids.size + countOf(waiting) <= maxEvents && this.length + lengthOf(waiting) <= maxLength;
  }

  private add(waiting: Waiting, recorded: string): void {
    const events: ChainedEvent[] = [];
    const versions: number[] = [];
    for (const { stream, events: prepared } of waiting.parts) {
      for (const event of prepared) {
        const chained = chain(stream, this.headOf(stream), event, recorded);
        this.heads.set(stream, chained);
        events.push(chained);
      }
      versions.push(this.headOf(stream).version);
      this.named.add(stream.toLowerCase());
      this.last = stream;
    }
    for (const id of idsOf(waiting)) this.ids.add(id);
    this.length += lengthOf(waiting);
    this.planned.push({ waiting, events, versions });
  }
}
