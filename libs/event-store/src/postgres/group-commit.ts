import type { Pool, PoolClient, QueryResult } from 'pg';
import { prepare, prepareChecks, prepareEvent, refuseUnstorable } from '../prepared-append.ts';
import {
  type AppendResult,
  type RecordedEvent,
  StoreUnavailable,
  type StreamAppend,
  type StreamCheck,
} from '../port.ts';
import { type ToldOfClock, recordedTimeAt } from '../recorded-time.ts';
import { type Row, columns } from '../rows.ts';
import { Batch, type Known, type Outcome, cameToNothing, resultOf } from '../batch.ts';
import { isDamage, isPassing, unavailable, whilePassing } from './connections.ts';
import { preparePartitions } from './schema.ts';
import { type Submitted, Unanswered, checkedBy, countOf, idsOf, streamsOf } from '../submitted.ts';

/** Events in one transaction: past this a bigger batch is no faster, and the door should not wait longer. */
const maxEventsPerCommit = 512;
/** Characters of JSON in one transaction. */
const maxLengthPerCommit = 8 * 1024 * 1024;
/** Appends waiting for the server; past this callers are told to come back. */
const maxWaiting = 20_000;

export interface GroupCommitOptions {
  readonly pool: Pool;
  readonly schema: string;
  readonly partitionSize: number;
  /** Wall clock in milliseconds. */
  readonly now: () => number;
  readonly onClockBehind: ToldOfClock;
  readonly onFatal: (error: unknown) => void;
  /** Told up to which position everything is visible. */
  readonly onCommitted: (position: number) => void;
}

const lengthOf = ({ appends }: Submitted): number =>
  appends.reduce(
    (sum, { events }) =>
      sum + events.reduce((all, { data, metadata }) => all + data.length + metadata.length, 0),
    0,
  );

/**
 * The appends of this process: everything that waits goes into one transaction, one after the other,
 * and is answered only after its commit. The transaction locks the head of the log first, so what it
 * then reads of streams and ids is the last word, and nobody writes in between. When the connection
 * breaks and nobody knows whether the commit happened, the same appends are written again: what is
 * recorded is found by its ids.
 */
export class GroupCommit {
  private waiting: Submitted[] = [];
  private readonly unanswered = new Unanswered();
  private working: Promise<void> | undefined;
  private failure: StoreUnavailable | undefined;
  /** Up to which position there are partitions, as far as this process knows. */
  private partitionedTo = 0;

  constructor(private readonly options: GroupCommitOptions) {}

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
      this.waiting.push(this.unanswered.add({ ...prepared, resolve, reject }));
      this.working ??= this.work();
    });
  }

  /** @throws WrongExpectedVersion, PartlyRecorded, StoreUnavailable; nothing was written */
  restore(events: readonly RecordedEvent[]): Promise<void> {
    const prepared = events.map((event) => ({ event, prepared: prepareEvent(event) }));
    const names = {
      streams: [...new Set(events.map(({ stream }) => stream))],
      ids: events.map(({ id }) => id),
    };
    return whilePassing(() =>
      this.inTransaction(names, (known) => {
        const batch = new Batch(known, '');
        for (const { event, prepared: each } of prepared)
          batch.restore(event.stream, event.version, event.recordedTime, each);
        return { batch, outcome: undefined };
      }),
    );
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
    while (this.waiting.length > 0) await this.write(this.takeBatch());
    this.working = undefined;
  }

  private takeBatch(): Submitted[] {
    let [events, length, count] = [0, 0, 0];
    for (const submitted of this.waiting) {
      if (events >= maxEventsPerCommit || length >= maxLengthPerCommit) break;
      events += countOf(submitted);
      length += lengthOf(submitted);
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async write(batch: readonly Submitted[]): Promise<void> {
    try {
      const outcomes = await whilePassing(() => this.commit(batch));
      batch.forEach((submitted, index) => this.answer(submitted, outcomes[index]!));
    } catch (error) {
      // A statement that fails for what it says must not take the others with it.
      if (batch.length > 1 && !(error instanceof StoreUnavailable) && !isPassing(error)) {
        for (const submitted of batch) await this.write([submitted]);
        return;
      }
      if (isDamage(error)) this.fail(error);
      for (const submitted of batch) this.answer(submitted, { error: this.failure ?? error });
    }
  }

  private answer(submitted: Submitted, outcome: Outcome): void {
    this.unanswered.remove(submitted);
    submitted.cameToNothing = cameToNothing(outcome);
    if ('error' in outcome) submitted.reject(outcome.error);
    else submitted.resolve(resultOf(outcome.taken));
  }

  /** What is stored cannot be trusted: nothing more is written, and the process should end. */
  private fail(error: unknown): void {
    this.failure = new StoreUnavailable('The event log is damaged; it takes no more.', { cause: error });
    for (const submitted of this.waiting.splice(0)) this.answer(submitted, { error: this.failure });
    this.options.onFatal(error);
  }

  private commit(submitted: readonly Submitted[]): Promise<Outcome[]> {
    const names = {
      streams: [...new Set(submitted.flatMap((each) => [...streamsOf(each), ...checkedBy(each)]))],
      ids: submitted.flatMap(idsOf),
    };
    return this.inTransaction(names, (known) => {
      const { now, onClockBehind } = this.options;
      const batch = new Batch(known, recordedTimeAt(onClockBehind, now(), known.recorded));
      for (const each of submitted) each.cameToNothing = false;
      const outcome = submitted.map((each) => {
        const taken = batch.take(each);
        each.cameToNothing = cameToNothing(taken);
        return taken;
      });
      return { batch, outcome };
    });
  }

  private async inTransaction<T>(
    names: { streams: readonly string[]; ids: readonly string[] },
    decide: (known: Known) => { batch: Batch; outcome: T },
  ): Promise<T> {
    const client = await this.options.pool.connect().catch((error: unknown) => {
      throw isPassing(error) ? error : unavailable(error);
    });
    // A session that is ended between two statements is told by the next one.
    const untold = () => {};
    client.on('error', untold);
    let broken = true;
    try {
      const known = await this.lookUp(client, names);
      const { batch, outcome } = decide(known);
      const partitionedTo = await this.partitions(client, batch);
      const written = batch.rows.length > 0 ? this.insert(client, batch) : undefined;
      // Sent together: where writing fails, the server rolls back at COMMIT.
      await Promise.all([written, client.query('COMMIT')]);
      broken = false;
      this.partitionedTo = partitionedTo;
      if (batch.rows.length > 0) this.options.onCommitted(batch.position);
      return outcome;
    } catch (error) {
      broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.off('error', untold);
      client.release(broken);
    }
  }

  /**
   * Begins the transaction and locks the head, then reads what is named. Sent together: each statement
   * runs after the one before, and sees what is there then.
   */
  private async lookUp(
    client: PoolClient,
    { streams, ids }: { streams: readonly string[]; ids: readonly string[] },
  ): Promise<Known> {
    const { schema } = this.options;
    // Two statements in one text are answered by two results.
    type Begun = readonly [QueryResult, QueryResult<Pick<Known, 'position' | 'recorded'>>];
    const [[, head], { rows }] = await Promise.all([
      client.query(
        `BEGIN; SELECT position, recorded FROM "${schema}".head FOR UPDATE`,
      ) as unknown as Promise<Begun>,
      client.query<[name: string, number: number, hash: string | null]>({
        name: 'named',
        text: `SELECT name, version, hash FROM "${schema}".streams WHERE name = ANY($1)
               UNION ALL SELECT id, position, NULL FROM "${schema}".event_ids WHERE id = ANY($2)`,
        values: [streams, ids],
        rowMode: 'array',
      }),
    ]);
    const positions = rows.filter(([, , hash]) => hash === null).map(([, position]) => position);
    return {
      ...head.rows[0]!,
      heads: new Map(
        rows.flatMap(([name, version, hash]) => (hash === null ? [] : [[name, { version, hash }]])),
      ),
      events: positions.length > 0 ? await this.recordedAt(client, positions) : new Map(),
    };
  }

  private async recordedAt(client: PoolClient, positions: readonly number[]): Promise<Map<string, Row>> {
    const { rows } = await client.query<Row>({
      name: 'recorded',
      text: `SELECT ${columns} FROM "${this.options.schema}".events WHERE position = ANY($1)`,
      values: [positions],
      rowMode: 'array',
    });
    return new Map(rows.map((row) => [row[3], row]));
  }

  /** @returns up to which position there are partitions, once it is committed */
  private async partitions(client: PoolClient, { rows, position }: Batch): Promise<number> {
    const { schema, partitionSize } = this.options;
    return rows.length > 0 && position + partitionSize / 10 > this.partitionedTo
      ? preparePartitions(client, schema, partitionSize, position)
      : this.partitionedTo;
  }

  private async insert(client: PoolClient, { rows, streams, position }: Batch): Promise<void> {
    const { schema } = this.options;
    const column = <K extends keyof Row & number>(index: K) => rows.map((row) => row[index]);
    await client.query({
      name: 'insert',
      text: `WITH written AS (
         INSERT INTO "${schema}".events (${columns})
         SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
       ), ids AS (
         INSERT INTO "${schema}".event_ids (id, position) SELECT * FROM unnest($4::text[], $1::bigint[])
       ), ends AS (
         INSERT INTO "${schema}".streams (name, version, hash, first, last)
         SELECT * FROM unnest($11::text[], $12::bigint[], $13::text[], $14::bigint[], $15::bigint[])
         ON CONFLICT (name) DO UPDATE SET version = excluded.version, hash = excluded.hash, last = excluded.last
       )
       UPDATE "${schema}".head SET position = $16, recorded = $17`,
      values: [
        ...[
          column(0),
          column(1),
          column(2),
          column(3),
          column(4),
          column(5),
          column(6),
          column(7),
          column(8),
          column(9),
        ],
        [...streams.keys()],
        ...(['version', 'hash', 'first', 'last'] as const).map((key) =>
          [...streams.values()].map((end) => end[key]),
        ),
        position,
        rows.at(-1)![6],
      ],
    });
  }
}
