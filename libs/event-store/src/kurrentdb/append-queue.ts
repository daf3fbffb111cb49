import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type AppendResult, StoreUnavailable, type StreamAppend, WrongExpectedVersion } from '../port.ts';
import { type Connection, type WriteAnswer, pauseBefore } from './connection.ts';
import type { Names } from './names.ts';
import { prepare } from './prepared-append.ts';
import { answerFrom, mapSome, recordedBefore } from './recorded-events.ts';
import { type Head, headOf, noHead } from './records.ts';
import { type Planned, Run } from './run.ts';
import { Unanswered, type Waiting, idsOf, streamsOf } from './waiting.ts';

/** Appends waiting for the server; past this callers are told to come back. */
const maxWaiting = 20_000;
/** Appends looked at for the next transaction. */
const lookahead = 256;
/** Times that other processes may come first before an append gives up. */
const maxLosses = 100;
/** Times that the server may leave an append unanswered. */
const maxUnanswered = 8;

/** The time that events are recorded at: it never runs backwards. */
export interface RecordingClock {
  /** UTC, ISO 8601. */
  now(): string;
  /** Takes note of a time that something was recorded at. */
  observe(recorded: string): void;
}

/**
 * The appends of this process, one transaction at a time in the order they were made. As many as
 * can stand on each other go together. One that meets something unexpected goes alone: what is
 * recorded is asked of the server, first the heads of its streams, then its ids, so that the answer
 * was true at one moment, and it is written again only when neither speaks against it.
 */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private readonly unanswered = new Unanswered();
  private readonly heads = new LRUCache<string, Head>({ max: 100_000 });
  /** Ids that this process knows to be recorded: asking for them saves a refused transaction. */
  private readonly recordedIds = new LRUCache<string, true>({ max: 200_000 });
  private failure: StoreUnavailable | undefined;
  private working: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly clock: RecordingClock,
    private readonly onFatal: (error: unknown) => void,
  ) {}

  append(prefix: string, appends: readonly StreamAppend[]): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.failure) throw this.failure;
      if (this.waiting.length >= maxWaiting)
        throw new StoreUnavailable('The event log is behind; try again shortly.');
      const parts = prepare(prefix, appends);
      this.waiting.push(this.unanswered.add({ parts, attempt: randomUUID(), resolve, reject }));
      this.working ??= this.work();
    });
  }

  /** Forgets where a stream ended: somebody wrote it past this queue. */
  forget(stream: string): void {
    this.heads.delete(stream);
  }

  /** Waits until everything that was appended is answered. */
  async drain(): Promise<void> {
    while (this.working) await this.working;
  }

  close(): void {
    this.failure ??= new StoreUnavailable('The event log is closed.');
    for (const each of this.waiting.splice(0)) this.refuse(each, this.failure);
  }

  private async work(): Promise<void> {
    // What is appended in the same turn of the loop goes together.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      try {
        await this.next();
      } catch (error) {
        const first = this.waiting.shift();
        if (first) this.refuse(first, error);
      }
    }
    this.working = undefined;
  }

  private async next(): Promise<void> {
    const run = await this.takeRun();
    if (run.planned.length === 0) {
      const alone = this.waiting.shift()!;
      await this.settle(alone).catch((error: unknown) => this.refuse(alone, error));
      return;
    }
    const answer = await this.connection.write(run.writes(this.names));
    if (answer.kind === 'recorded') {
      this.waiting.splice(0, run.planned.length);
      await this.recorded(run);
      return;
    }
    for (const stream of run.ends.keys()) this.heads.delete(stream);
    const offender = answer.kind === 'conflict' ? run.ownerOf(answer.stream, this.names) : undefined;
    if (offender) offender.alone = true;
    else for (const { waiting } of run.planned) waiting.alone = true;
  }

  private async takeRun(): Promise<Run> {
    const candidates = this.waiting.slice(0, lookahead);
    const unusual = candidates.findIndex((each) => each.alone || this.knowsAnIdOf(each));
    const usual = unusual < 0 ? candidates : candidates.slice(0, unusual);
    const missing = new Set(usual.flatMap(streamsOf).filter((stream) => !this.heads.has(stream)));
    await mapSome([...missing], (stream) => this.load(stream));
    const run = new Run((stream) => this.heads.get(stream) ?? noHead);
    const recorded = this.clock.now();
    for (const each of usual) if (!run.take(each, recorded)) break;
    return run;
  }

  private knowsAnIdOf(waiting: Waiting): boolean {
    return idsOf(waiting).some((id) => this.recordedIds.has(id));
  }

  private async load(stream: string): Promise<void> {
    const head = headOf(await this.connection.last(this.names.events + stream));
    if (head.recorded !== '') this.clock.observe(head.recorded);
    this.heads.set(stream, head);
  }

  private async recorded(run: Run): Promise<void> {
    for (const [stream, { version, hash, recorded }] of run.ends) {
      this.heads.set(stream, { version, hash, recorded });
    }
    await mapSome(run.planned, async (planned: Planned) => {
      const { waiting, events } = planned;
      for (const id of idsOf(waiting)) this.recordedIds.set(id, true);
      try {
        this.resolve(waiting, await answerFrom(this.connection, this.names, waiting, events, false));
      } catch (error) {
        // It is recorded; only where it stands could not be read back. The same ids ask again.
        this.refuse(waiting, error);
      }
    });
  }

  /** One append against what the server has now, until it is recorded or refused. */
  private async settle(waiting: Waiting): Promise<void> {
    let unanswered = 0;
    for (let losses = 0; losses < maxLosses; losses += 1) {
      await mapSome(streamsOf(waiting), (stream) => this.load(stream));
      const before = await recordedBefore(this.connection, this.names, waiting);
      if (before) {
        for (const id of idsOf(waiting)) this.recordedIds.set(id, true);
        this.resolve(waiting, before);
        return;
      }
      const run = new Run((stream) => this.heads.get(stream) ?? noHead);
      const mismatch = run.firstMismatch(waiting);
      if (mismatch) throw new WrongExpectedVersion(mismatch.name, mismatch.expected, mismatch.actual);
      this.requireWhatItStandsOn(waiting);
      run.take(waiting, this.clock.now());
      const answer = await this.connection.write(run.writes(this.names));
      if (answer.kind === 'recorded') {
        await this.recorded(run);
        return;
      }
      for (const stream of run.ends.keys()) this.heads.delete(stream);
      if (answer.kind === 'refused') throw this.refusalOf(answer);
      if (answer.kind === 'unknown') {
        unanswered += 1;
        if (unanswered === maxUnanswered) throw noAnswer(answer.cause);
        await wait(pauseBefore(unanswered));
      }
    }
    throw new StoreUnavailable('Other processes keep appending to the same streams; try again shortly.');
  }

  /** Nobody may take the place of an append that came to nothing: what stood on it was decided on it. */
  private requireWhatItStandsOn({ standsOn, parts }: Waiting): void {
    for (const { on, stream, version } of standsOn) {
      if (on.refusal === undefined) continue;
      if (on.refusal instanceof StoreUnavailable) throw on.refusal;
      const { name } = parts.find((part) => part.stream === stream)!;
      const before = on.parts.find((part) => part.stream === stream)!.expectedVersion as number;
      throw new WrongExpectedVersion(name, version, before);
    }
  }

  private refusalOf({ cause, fatal }: WriteAnswer & { kind: 'refused' }): unknown {
    if (!fatal) return cause;
    if (!this.failure) {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.failure = new StoreUnavailable(`KurrentDB refuses this log: ${why}`, { cause });
      this.onFatal(cause);
    }
    return this.failure;
  }

  private resolve(waiting: Waiting, result: AppendResult): void {
    this.unanswered.remove(waiting);
    waiting.resolve(result);
  }

  private refuse(waiting: Waiting, error: unknown): void {
    waiting.refusal = error;
    this.unanswered.remove(waiting);
    waiting.reject(error);
  }
}

const noAnswer = (cause: unknown): StoreUnavailable =>
  new StoreUnavailable(
    'KurrentDB does not answer. The events may have been recorded: the same ids can be appended again.',
    { cause },
  );
