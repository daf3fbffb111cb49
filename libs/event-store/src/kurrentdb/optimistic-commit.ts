import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Batch, type Outcome, type Taken, cameToNothing, resultOf } from '../batch.ts';
import { prepare, prepareChecks, refuseUnstorable } from '../prepared-append.ts';
import {
  type AppendResult,
  type RecordedEvent,
  StoreUnavailable,
  type StreamAppend,
  type StreamCheck,
} from '../port.ts';
import { type ToldOfClock, recordedTimeAt } from '../recorded-time.ts';
import type { Row } from '../rows.ts';
import { type Submitted, Unanswered, checkedBy, countOf, idsOf, streamsOf } from '../submitted.ts';
import { type Connection, type WriteAnswer, pauseBefore } from './connection.ts';
import { Damaged, isTooLarge, unavailable } from './errors.ts';
import { Knowledge, rowsOf } from './knowledge.ts';
import { readPlaces } from './located.ts';
import type { Names } from './names.ts';
import type { Head } from './records.ts';
import type { Tail } from './tail.ts';
import { takeOver } from './taking-over.ts';
import {
  NamedInOnePiece,
  type Writer,
  bytesOf,
  endsOf,
  maxBytes,
  maxEvents,
  transactionOf,
} from './transaction.ts';

/** Appends waiting for the server; past this callers are told to come back. */
const maxWaiting = 20_000;
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
  /** When the last event was recorded that is known, ISO 8601; empty for none. */
  readonly recorded: string;
  readonly onClockBehind: ToldOfClock;
  readonly onFatal: (error: unknown) => void;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const sizeOf = ({ appends }: Submitted): number =>
  appends.reduce(
    (sum, { events }) => events.reduce((all, { data, metadata }) => all + bytesOf(data, metadata), sum),
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
  private readonly knowledge: Knowledge;
  private readonly writer: Writer;
  private recorded: string;
  private failure: StoreUnavailable | undefined;
  private working: Promise<void> | undefined;

  constructor(private readonly options: OptimisticCommitOptions) {
    const { connection, names, recorded } = options;
    this.recorded = recorded;
    this.knowledge = new Knowledge(connection, names);
    this.writer = { names, by: randomUUID(), takesRecords: connection.takesRecords };
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
  restore(events: readonly RecordedEvent[]): Promise<void> {
    return takeOver(events, this.options.connection, this.knowledge, this.writer);
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
        if (this.failure instanceof Damaged) throw this.failure;
        await (this.troubles.has(candidates[0]!) ? this.ask(candidates) : this.believe(candidates));
      } catch (error) {
        this.waiting.splice(0, candidates.length);
        const isNew = error instanceof Damaged && !(this.failure instanceof Damaged);
        const told = isNew ? this.fail(error) : error;
        for (const submitted of candidates) this.answer(submitted, { error: told });
      }
    }
    this.working = undefined;
  }

  /** Writes appends on what this process believes; what speaks against one is asked of the server. */
  private async believe(candidates: readonly Submitted[]): Promise<void> {
    const heads = await this.knowledge.believed(candidates);
    const batch = this.batchOn(heads, this.knowledge.remembered(candidates));
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
    const heads = await this.knowledge.ends([
      ...new Set(candidates.flatMap((each) => [...streamsOf(each), ...checkedBy(each)])),
    ]);
    const located = await this.knowledge.located(candidates.flatMap(idsOf));
    const batch = this.batchOn(heads, rowsOf(located));
    for (const submitted of candidates) {
      submitted.cameToNothing = false;
      // Two processes that record the same at the same moment write the same.
      for (const id of idsOf(submitted)) {
        const there = located.get(id);
        if (there && there.by !== this.writer.by) submitted.attempted.delete(there.row[9]);
      }
    }
    const outcomes = candidates.map((submitted) => {
      const outcome = batch.take(submitted);
      submitted.cameToNothing = cameToNothing(outcome);
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
      const answer = await connection.write(transactionOf(rows, heads, looked, this.writer));
      if (answer.kind !== 'recorded') {
        this.knowledge.forget(heads.keys());
        if (answer.kind === 'refused' && answer.isDamage) throw this.fail(answer.cause);
        return answer;
      }
      const ends = endsOf(rows, heads);
      for (const [stream, head] of ends)
        if (answer.revisions.get(names.stream(stream)) !== head.revision) throw this.fail(cutOff(stream));
      // Where they were marked, the server's count went on.
      if (!connection.takesRecords) this.knowledge.forget(looked.filter((stream) => !ends.has(stream)));
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
    try {
      if (rows.some(([position]) => position === 0)) await readPlaces(connection, names, rows, ends);
    } catch (cause) {
      return { kind: 'unknown', cause };
    }
    this.knowledge.learn(ends, rows);
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
    let [events, bytes] = [countOf(first), sizeOf(first)];
    for (const submitted of others) {
      const trouble = this.troubles.get(submitted);
      if (!trouble !== !inTrouble || trouble?.goesAlone) break;
      events += countOf(submitted);
      bytes += sizeOf(submitted);
      if (events > maxEvents || bytes > maxBytes || !isInOnePiece(submitted)) break;
      chosen.push(submitted);
    }
    return chosen;
  }

  private batchOn(heads: ReadonlyMap<string, Head>, events: ReadonlyMap<string, Row>): Batch {
    const { now, onClockBehind } = this.options;
    const before = [this.recorded, ...[...heads.values()].map((head) => head.recorded)];
    const recorded = recordedTimeAt(onClockBehind, now(), ...before);
    return new Batch({ position: 0, recorded, heads, events }, recorded);
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
    submitted.cameToNothing = cameToNothing(outcome);
    if ('error' in outcome) submitted.reject(outcome.error);
    else submitted.resolve(resultOf(outcome.taken));
  }

  /** What is stored cannot be trusted: nothing more is written, and the process should end. */
  private fail(cause: unknown): Damaged {
    const damage = new Damaged('The event log is damaged; it takes no more.', { cause });
    this.failure = damage;
    this.options.onFatal(cause);
    return damage;
  }
}

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
