import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { Batch, type Outcome, type Taken, resultOf } from '../batch.ts';
import { prepare, prepareChecks, prepareEvent, refuseUnstorable } from '../prepared-append.ts';
import {
  type AppendResult,
  type RecordedEvent,
  StoreUnavailable,
  type StreamAppend,
  type StreamCheck,
} from '../port.ts';
import type { Row } from '../rows.ts';
import { type Submitted, Unanswered, checkedBy, countOf, idsOf, streamsOf } from '../submitted.ts';
import { type Connection, type Transaction, type WriteAnswer, pauseBefore } from './connection.ts';
import { Damaged, isTooLarge, unavailable } from './errors.ts';
import { type Located, locate, mapSome, readPlaces } from './located.ts';
import type { Names } from './names.ts';
import { type Head, headOf, markOf, noHead, recordOf, reservationOf } from './records.ts';
import type { Tail } from './tail.ts';

/** Appends waiting for the server; past this callers are told to come back. */
const maxWaiting = 20_000;
/** Events in one transaction: each takes a reservation beside it. */
const maxEvents = 256;
/** Bytes in one transaction, of the megabyte that a server takes unless it is told otherwise. */
const maxBytes = 600_000;
/** What stands beside an event's own text in a transaction, in bytes, with its reservation. */
const overhead = 1_000;
/** Times that other processes may come first before an append gives up. */
const maxLosses = 100;
/** Times that the server may leave an append unanswered. */
const maxUnanswered = 8;
/** How long what was written may take to come by before it is read, in milliseconds. */
const comesBy = 250;

export interface OptimisticCommitOptions {
  readonly connection: Connection;
  readonly names: Names;
  readonly tail: Tail;
  /** Wall clock in milliseconds. */
  readonly now: () => number;
  /** When the last event was recorded that is known, ISO 8601: recorded times of this process never run backwards. */
  readonly recorded: string;
  readonly onFatal: (error: unknown) => void;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const bytesOf = ({ appends }: Submitted): number =>
  appends.reduce(
    (sum, { events }) =>
      sum +
      events.reduce(
        (all, { data, metadata }) => all + Buffer.byteLength(data) + Buffer.byteLength(metadata) + overhead,
        0,
      ),
    0,
  );

/** An append that met something else than this process believed. */
interface Trouble {
  losses: number;
  unanswered: number;
  /** The server refused a transaction with it, for what one of those in it says. */
  goesAlone: boolean;
}

/**
 * The appends of this process, one transaction at a time in the order they were made, as many together as can
 * stand on each other. Nothing is locked: a transaction is written only if every stream still ends where this
 * process believes, and no id is taken. For appends that meet something else the server is asked: where their
 * streams end and then who has their ids, so that an answer was true at one moment; they are written again only
 * when neither speaks against it.
 */
export class OptimisticCommit {
  private waiting: Submitted[] = [];
  private readonly unanswered = new Unanswered();
  private readonly troubles = new WeakMap<Submitted, Trouble>();
  private readonly heads = new LRUCache<string, Head>({ max: 100_000 });
  /** Events that are known to be recorded, by id: this does not change. */
  private readonly events = new LRUCache<string, Row>({ max: 20_000 });
  private readonly by = randomUUID();
  private recorded: string;
  private failure: StoreUnavailable | undefined;
  private damage: StoreUnavailable | undefined;
  private working: Promise<void> | undefined;

  constructor(private readonly options: OptimisticCommitOptions) {
    this.recorded = options.recorded;
  }

  append(
    prefix: string,
    appends: readonly StreamAppend[],
    checks: readonly StreamCheck[] | undefined,
  ): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.failure) throw this.failure;
      if (this.waiting.length >= maxWaiting)
        throw new StoreUnavailable('The event log is behind; try again shortly.');
      const prepared = { appends: prepare(prefix, appends), checks: prepareChecks(prefix, checks) };
      refuseUnstorable(prepared.appends);
      for (const id of idsOf(prepared)) if (!uuid.test(id)) throw notUuid(id);
      this.waiting.push(this.unanswered.add({ ...prepared, resolve, reject }));
      this.working ??= this.work();
    });
  }

  /** @throws WrongExpectedVersion, PartlyRecorded; nothing was written. StoreUnavailable; the rest can be taken over again */
  async restore(events: readonly RecordedEvent[]): Promise<void> {
    const { connection } = this.options;
    const streams = [...new Set(events.map(({ stream }) => stream))];
    const heads = await this.load(streams);
    const located = await this.located(events.map(({ id }) => id));
    const batch = new Batch({ position: 0, recorded: '', heads, events: rowsOf(located) }, '');
    for (const event of events)
      batch.restore(event.stream, event.version, event.recordedTime, prepareEvent(event));
    for (let left = batch.rows; left.length > 0;) {
      const count = this.fitting(left);
      const rows = left.slice(0, count);
      const answer = await connection.write(this.transactionOf(rows, heads, []));
      for (const stream of streams) this.heads.delete(stream);
      if (answer.kind !== 'recorded') throw notTakenOver(answer);
      for (const [stream, head] of this.endsOf(rows, heads)) heads.set(stream, head);
      left = left.slice(count);
    }
  }

  /** Waits until everything that was appended is answered. */
  async drain(): Promise<void> {
    while (this.working) await this.working;
  }

  close(): void {
    this.failure ??= new StoreUnavailable('The event log is closed.');
  }

  private async work(): Promise<void> {
    // What is appended in the same turn of the loop goes together.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const candidates = this.candidates();
      try {
        if (this.damage) throw this.damage;
        await (this.troubles.has(candidates[0]!) ? this.ask(candidates) : this.believe(candidates));
      } catch (error) {
        this.waiting.splice(0, candidates.length);
        const told = error instanceof Damaged && !this.damage ? this.fail(error) : error;
        for (const submitted of candidates) this.answer(submitted, { error: told });
      }
    }
    this.working = undefined;
  }

  /** Writes appends on what this process believes; what speaks against one is asked of the server. */
  private async believe(candidates: readonly Submitted[]): Promise<void> {
    const heads = await this.believed(candidates);
    const batch = this.batchOn(heads, this.remembered(candidates));
    const taken: Taken[] = [];
    for (const submitted of candidates) {
      const outcome = batch.take(submitted);
      if ('error' in outcome) {
        this.trouble(submitted);
        break;
      }
      taken.push(outcome.taken);
    }
    if (taken.length === 0) return;
    const answer = await this.write(batch, heads, taken);
    if (answer.kind === 'recorded') return this.answerAll(taken.map((each) => ({ taken: each })));
    const refused = answer.kind === 'conflict' ? this.namedBy(answer.streams, taken) : [];
    for (const { submitted } of refused.length > 0 ? refused : taken) this.trouble(submitted, answer);
  }

  /** Decides appends by what the server has now. */
  private async ask(candidates: readonly Submitted[]): Promise<void> {
    const heads = await this.load([
      ...new Set(candidates.flatMap((each) => [...streamsOf(each), ...checkedBy(each)])),
    ]);
    const located = await this.located(candidates.flatMap(idsOf));
    const batch = this.batchOn(heads, rowsOf(located));
    for (const submitted of candidates) {
      submitted.refused = false;
      // Two processes that record the same at the same moment write the same.
      for (const id of idsOf(submitted)) {
        const there = located.get(id);
        if (there && there.by !== this.by) submitted.attempted.delete(there.row[9]);
      }
    }
    const outcomes = candidates.map((submitted) => {
      const outcome = batch.take(submitted);
      submitted.refused = 'error' in outcome;
      return outcome;
    });
    const taken = outcomes.flatMap((outcome) => ('taken' in outcome ? [outcome.taken] : []));
    const answer = await this.write(batch, heads, taken);
    if (answer.kind === 'recorded') return this.answerAll(outcomes);
    const troubles = candidates.map((submitted) => this.trouble(submitted, answer));
    if (answer.kind === 'refused' && candidates.length === 1)
      throw isTooLarge(answer.cause) ? tooLarge(answer.cause) : unavailable(answer.cause);
    if (answer.kind === 'unknown' && troubles[0]!.unanswered >= maxUnanswered) throw noAnswer(answer.cause);
    if (troubles[0]!.losses >= maxLosses)
      throw new StoreUnavailable('Other processes keep appending to the same streams; try again shortly.');
    await wait(pauseBefore(troubles[0]!.unanswered));
  }

  private trouble(submitted: Submitted, answer?: WriteAnswer): Trouble {
    const trouble = this.troubles.get(submitted) ?? { losses: 0, unanswered: 0, goesAlone: false };
    if (answer?.kind === 'conflict') trouble.losses += 1;
    if (answer?.kind === 'unknown') trouble.unanswered += 1;
    trouble.goesAlone ||= answer?.kind === 'refused';
    this.troubles.set(submitted, trouble);
    return trouble;
  }

  /** @throws StoreUnavailable the log is damaged */
  private async write(
    batch: Batch,
    heads: ReadonlyMap<string, Head>,
    taken: readonly Taken[],
  ): Promise<WriteAnswer> {
    const { rows } = batch;
    if (rows.length === 0) return { kind: 'recorded', revisions: new Map() };
    const written = taken.filter(({ isWritten }) => isWritten);
    const looked = written.flatMap(({ submitted }) => checkedBy(submitted));
    const { connection, names, tail } = this.options;
    const placed = tail.place(rows);
    try {
      const answer = await connection.write(this.transactionOf(rows, heads, looked));
      if (answer.kind !== 'recorded') {
        for (const stream of heads.keys()) this.heads.delete(stream);
        if (answer.kind === 'refused' && answer.isDamage) throw this.fail(answer.cause);
        return answer;
      }
      const ends = this.endsOf(rows, heads);
      for (const [stream, head] of ends) {
        if (answer.revisions.get(names.stream(stream)) !== head.revision) throw this.fail(cutOff(stream));
        this.heads.set(stream, head);
      }
      // Where they were marked, the server's count went on.
      if (!connection.takesRecords)
        for (const stream of looked) if (!ends.has(stream)) this.heads.delete(stream);
      this.recorded = batch.recorded;
      return (await this.readBack(rows, ends, placed)) ?? answer;
    } finally {
      tail.forget(rows);
    }
  }

  /** @returns what is to be answered where they could not be read back, though they are recorded */
  private async readBack(
    rows: readonly Row[],
    ends: ReadonlyMap<string, Head>,
    placed: Promise<void>,
  ): Promise<WriteAnswer | undefined> {
    const { connection, names } = this.options;
    const late = new AbortController();
    await Promise.race([placed, wait(comesBy, undefined, { signal: late.signal }).catch(() => {})]);
    late.abort();
    const left = rows.filter(([position]) => position === 0);
    try {
      if (left.length > 0) await readPlaces(connection, names, rows, ends);
    } catch (cause) {
      return { kind: 'unknown', cause };
    }
    for (const row of rows) this.events.set(row[3], row);
    return undefined;
  }

  /** The next appends that go together. */
  private candidates(): Submitted[] {
    const [first, ...others] = this.waiting as [Submitted, ...Submitted[]];
    const chosen = [first];
    const inTrouble = this.troubles.get(first);
    const named = new NamedInOnePiece();
    const isInOnePiece = (each: Submitted) => this.options.connection.takesRecords || named.take(each);
    if (inTrouble?.goesAlone || !isInOnePiece(first)) return chosen;
    let [events, bytes] = [countOf(first), bytesOf(first)];
    for (const submitted of others) {
      const trouble = this.troubles.get(submitted);
      if (!trouble !== !inTrouble || trouble?.goesAlone) break;
      events += countOf(submitted);
      bytes += bytesOf(submitted);
      if (events > maxEvents || bytes > maxBytes || !isInOnePiece(submitted)) break;
      chosen.push(submitted);
    }
    return chosen;
  }

  /** How many rows go into the next transaction of what is taken over. */
  private fitting(rows: readonly Row[]): number {
    const named = new NamedInOnePiece();
    let [count, bytes] = [0, 0];
    for (const [, stream, , , , , , data, metadata] of rows) {
      bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata) + overhead;
      if (count > 0 && (count === maxEvents || bytes > maxBytes)) break;
      if (!this.options.connection.takesRecords && !named.enter(stream)) break;
      count += 1;
    }
    return count;
  }

  /** Where streams end as far as this process knows; one that is expected to be new is believed to be. */
  private async believed(candidates: readonly Submitted[]): Promise<Map<string, Head>> {
    const heads = new Map<string, Head>();
    const unknown = new Set<string>();
    const look = (stream: string, isNew: boolean) => {
      const head = this.heads.get(stream) ?? (isNew ? noHead : undefined);
      if (head) heads.set(stream, heads.get(stream) ?? head);
      else if (!heads.has(stream)) unknown.add(stream);
    };
    for (const { appends, checks } of candidates) {
      for (const { stream, expectedVersion } of appends) look(stream, expectedVersion === 0);
      for (const { stream, version } of checks) look(stream, version === 0);
    }
    const missing = [...unknown].filter((stream) => !heads.has(stream));
    for (const [stream, head] of await this.load(missing)) heads.set(stream, head);
    return heads;
  }

  private async load(streams: readonly string[]): Promise<Map<string, Head>> {
    const { connection, names } = this.options;
    const heads = await mapSome(streams, async (stream) =>
      headOf(await connection.last(names.stream(stream))),
    );
    streams.forEach((stream, index) => this.heads.set(stream, heads[index]!));
    return new Map(streams.map((stream, index) => [stream, heads[index]!]));
  }

  private async located(ids: readonly string[]): Promise<Map<string, Located>> {
    const located = await locate(this.options.connection, this.options.names, [...new Set(ids)]);
    for (const [id, { row }] of located) this.events.set(id, row);
    return located;
  }

  /** Of the ids that appends name, those that are known to be recorded. */
  private remembered(candidates: readonly Submitted[]): Map<string, Row> {
    const rows = new Map<string, Row>();
    for (const id of candidates.flatMap(idsOf)) {
      const row = this.events.get(id);
      if (row) rows.set(id, row);
    }
    return rows;
  }

  private batchOn(heads: ReadonlyMap<string, Head>, events: ReadonlyMap<string, Row>): Batch {
    const now = new Date(this.options.now()).toISOString();
    const recorded = [...heads.values()].reduce(
      (latest, head) => (head.recorded > latest ? head.recorded : latest),
      now > this.recorded ? now : this.recorded,
    );
    return new Batch({ position: 0, recorded, heads, events }, recorded);
  }

  private transactionOf(
    rows: readonly Row[],
    heads: ReadonlyMap<string, Head>,
    looked: readonly string[],
  ): Transaction {
    const { connection, names } = this.options;
    const expected = new Map<string, number>();
    const revisions = new Map<string, number>();
    const headOfStream = (stream: string) => heads.get(stream) ?? noHead;
    const records: Transaction['records'][number][] = [];
    const reservations = rows.map((row) => {
      const [, stream, version, id] = row;
      const revision = (revisions.get(stream) ?? headOfStream(stream).revision) + 1;
      revisions.set(stream, revision);
      expected.set(names.stream(stream), headOfStream(stream).revision);
      expected.set(names.reservation(id), -1);
      records.push({ stream: names.stream(stream), record: recordOf(row) });
      const reservation = reservationOf({ stream, revision, version, by: this.by });
      return { stream: names.reservation(id), record: reservation };
    });
    for (const stream of new Set(looked)) {
      if (revisions.has(stream)) continue;
      expected.set(names.stream(stream), headOfStream(stream).revision);
      if (!connection.takesRecords)
        records.push({ stream: names.stream(stream), record: markOf(headOfStream(stream)) });
    }
    return { records: [...reservations, ...records], expected };
  }

  /** Where the streams of these rows will end. */
  private endsOf(rows: readonly Row[], heads: ReadonlyMap<string, Head>): Map<string, Head> {
    const ends = new Map<string, Head>();
    for (const [, stream, version, , , , recorded, , , hash] of rows) {
      const { revision } = ends.get(stream) ?? heads.get(stream) ?? noHead;
      ends.set(stream, { version, hash, recorded, revision: revision + 1 });
    }
    return ends;
  }

  /** The appends that a refused transaction was refused for. */
  private namedBy(streams: readonly string[], taken: readonly Taken[]): Taken[] {
    const { names } = this.options;
    const refused = new Set(streams);
    return taken.filter(({ submitted }) =>
      [
        ...[...streamsOf(submitted), ...checkedBy(submitted)].map((stream) => names.stream(stream)),
        ...idsOf(submitted).map((id) => names.reservation(id)),
      ].some((stream) => refused.has(stream)),
    );
  }

  /** Of as many as wait first. */
  private answerAll(outcomes: readonly Outcome[]): void {
    const answered = this.waiting.splice(0, outcomes.length);
    answered.forEach((submitted, index) => this.answer(submitted, outcomes[index]!));
  }

  private answer(submitted: Submitted, outcome: Outcome): void {
    this.unanswered.remove(submitted);
    if ('error' in outcome) {
      submitted.refused = true;
      submitted.reject(outcome.error);
    } else submitted.resolve(resultOf(outcome.taken));
  }

  /** What is stored cannot be trusted: nothing more is written, and the process should end. */
  private fail(cause: unknown): StoreUnavailable {
    this.damage ??= new StoreUnavailable('The event log is damaged; it takes no more.', { cause });
    this.failure = this.damage;
    this.options.onFatal(cause);
    return this.damage;
  }
}

/** Streams of a transaction that a server writes each in one piece. */
class NamedInOnePiece {
  private readonly names = new Set<string>();
  private last = '';

  /** False where the append would come back to a stream: it would stand before what was appended since. */
  take(submitted: Submitted): boolean {
    return [...streamsOf(submitted), ...checkedBy(submitted)].every((stream) => this.enter(stream));
  }

  enter(stream: string): boolean {
    if (stream === this.last) return true;
    this.last = stream;
    if (this.names.has(stream)) return false;
    this.names.add(stream);
    return true;
  }
}

const rowsOf = (located: ReadonlyMap<string, Located>): Map<string, Row> =>
  new Map([...located].map(([id, { row }]) => [id, row]));

const notUuid = (id: string): RangeError =>
  new RangeError(`The id of an event is a UUID on KurrentDB, which ${JSON.stringify(id)} is not.`);

const tooLarge = (cause: unknown): RangeError =>
  new RangeError(
    'The event is larger than KurrentDB takes: raise its MaxAppendSize and MaxAppendEventSize.',
    { cause },
  );

const noAnswer = (cause: unknown): StoreUnavailable =>
  new StoreUnavailable(
    'KurrentDB does not answer. The events may have been recorded: the same ids can be appended again.',
    { cause },
  );

const cutOff = (stream: string): Error =>
  new Error(`Stream ${stream} was cut off or deleted in the server: what was recorded in it is not there.`);

const notTakenOver = (answer: WriteAnswer): StoreUnavailable =>
  new StoreUnavailable(
    answer.kind === 'conflict'
      ? 'Somebody else writes to the log that is moved in.'
      : 'KurrentDB did not take all over; the same events can be taken over again.',
    { cause: 'cause' in answer ? answer.cause : undefined },
  );
