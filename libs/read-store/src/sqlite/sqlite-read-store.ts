import type { DatabaseSync } from 'node:sqlite';
import type { WriteAheadLog } from '@tributary/sqlite';
import { checkedLimit, checkedQuery } from '../checked-query.ts';
import { checkedSearch } from '../checked-search.ts';
import { encodeCursor } from '../cursor.ts';
import { StaleCheckpoint } from '../port.ts';
import type {
  Checkpoint,
  Collection,
  FieldValue,
  Page,
  Query,
  ReadStore,
  Spelling,
  Stored,
  Write,
} from '../port.ts';
import type { CheckInUse } from './check-in-use.ts';
import { declareTable, markRebuilt } from './declaration.ts';
import { selects } from './finding.ts';
import { checkFollowed, follow, unbuiltIn } from './followed.ts';
import { holding } from '../holding.ts';
import type { Clause } from '../words.ts';
import { alongPrefixes, matchExpression } from './searching.ts';
import { statementsOn } from './statements.ts';
import type { Row, Statements } from './statements.ts';
import { emptying, tableOf } from './table.ts';
import type { Table } from './table.ts';
import { spokenClauses } from './vocabulary.ts';
import { Writer } from './writer.ts';

/** How many times as many documents as are asked for are looked at for a beginning without an index. */
const CANDIDATES = 2;

interface Held {
  readonly table: Table;
  readonly writer: Writer;
}

const SCAN_PAGE = 500;

const stored =
  ({ packing }: Table) =>
  ([id, kept]: Row): Stored => ({ id: id as string, json: packing.unpack(kept, id as string) });

/** What `openSqliteReadStore` hands out. */
export class SqliteReadStore implements ReadStore {
  readonly #sql: Statements;
  readonly #held = new Map<string, Held>();
  /** Consumer → all collections it fills, as this process declared them. */
  readonly #filled = new Map<string, readonly string[]>();
  #dataVersion: unknown;

  constructor(
    private readonly db: DatabaseSync,
    private readonly log: WriteAheadLog,
    private readonly remembered: number,
    private readonly check?: CheckInUse,
  ) {
    this.#sql = statementsOn(db);
  }

  async declare(
    collections: readonly Collection[],
    consumer?: string,
  ): Promise<{ emptied: readonly string[] }> {
    const tables = collections.map(tableOf);
    const names = collections.map(({ name }) => name);
    const emptied = this.#sql.transaction(() => {
      const unbuilt = consumer === undefined ? [] : unbuiltIn(this.#sql, consumer, names);
      const changed = tables.filter((table) => declareTable(this.#sql, table));
      return new Set([...changed.map(({ collection }) => collection.name), ...unbuilt]);
    });
    if (consumer !== undefined) this.#filled.set(consumer, names);
    for (const table of tables) {
      const writer = new Writer(this.#sql, table, this.remembered);
      this.#held.set(table.collection.name, { table, writer });
    }
    return { emptied: names.filter((name) => emptied.has(name)) };
  }

  async apply(writes: readonly Write[], checkpoints: readonly Checkpoint[]): Promise<void> {
    const batches = new Map<Held, Map<string, unknown>>();
    for (const { collection, id, document } of writes) {
      const held = this.#of(collection);
      const batch = batches.get(held) ?? new Map<string, unknown>();
      batches.set(held, batch);
      batch.set(id.toWellFormed(), document);
    }
    const work = [...batches].map(([{ writer }, batch]) => writer.prepare(batch));
    const consumers = new Set(checkpoints.map(({ consumer }) => consumer));
    this.#writing(() => {
      for (const consumer of consumers) {
        const filled = this.#filled.get(consumer);
        if (filled !== undefined) checkFollowed(this.#sql, consumer, filled);
      }
      for (const checkpoint of checkpoints) this.#move(checkpoint);
      for (const write of work) write();
    });
  }

  async get(collection: Collection, id: string): Promise<Stored | undefined> {
    return this.#get(this.#of(collection).table, id);
  }

  /** In the order of the ids; those not stored are left out. */
  async getMany(collection: Collection, ids: readonly string[]): Promise<readonly Stored[]> {
    const { table } = this.#of(collection);
    return ids.flatMap((id) => this.#get(table, id) ?? []);
  }

  async find(collection: Collection, query: Query): Promise<Page> {
    const { table } = this.#of(collection);
    const checked = checkedQuery(table.collection, query);
    const { limit, fingerprint } = checked;
    const rows: Row[] = [];
    for (const { sql, values } of selects(table, checked)) {
      // One more than asked for tells whether there is a next page.
      if (rows.length <= limit) rows.push(...this.#sql.all(sql, ...values, limit + 1 - rows.length));
    }
    if (rows.length <= limit) return { items: rows.map(stored(table)) };
    rows.pop();
    const [id, , value] = rows.at(-1)!;
    return {
      items: rows.map(stored(table)),
      next: encodeCursor(fingerprint, value as FieldValue, id as string),
    };
  }

  async search(
    collection: Collection,
    words: string,
    limit: number,
    spelling?: Spelling,
  ): Promise<readonly Stored[]> {
    const { table } = this.#of(collection);
    checkedLimit(limit);
    const asked = checkedSearch(table.collection, words, spelling);
    if (asked.length === 0) return [];
    const clauses = spelling === 'close' ? spokenClauses(this.#sql, table.words!, asked) : asked;
    return this.#foundAmongNewest(table, clauses, limit) ?? this.#matching(table, clauses, limit);
  }

  #matching(table: Table, clauses: readonly Clause[], limit: number): readonly Stored[] {
    const sql = `SELECT d.id, d.json FROM ${table.text}(?) t CROSS JOIN ${table.documents} d ON d.n = t.rowid
      ORDER BY t.rowid DESC LIMIT ?`;
    return this.#sql.all(sql, matchExpression(clauses), limit).map(stored(table));
  }

  /**
   * Of a beginning without an index: those among the newest with a shorter one that hold it. A word that is on many
   * documents is on most of these; of one that is not, FTS5 gathers all there are in no time.
   * @returns undefined where too few of them hold it to be all that was asked for
   */
  #foundAmongNewest(table: Table, clauses: readonly Clause[], limit: number): readonly Stored[] | undefined {
    const wider = alongPrefixes(clauses);
    if (!wider) return undefined;
    const most = CANDIDATES * limit;
    const { text } = table.collection;
    const rows = `SELECT t.rowid FROM ${table.text}(?) t ORDER BY t.rowid DESC LIMIT ?`;
    const candidates = this.#sql.all(rows, matchExpression(wider), most);
    const isHeldIn = holding(clauses);
    const found: Stored[] = [];
    for (const [n] of candidates) {
      const candidate = stored(table)(
        this.#sql.get(`SELECT id, json FROM ${table.documents} WHERE n = ?`, n!)!,
      );
      if (isHeldIn(text!(JSON.parse(candidate.json)))) found.push(candidate);
      if (found.length === limit) return found;
    }
    return candidates.length < most ? found : undefined;
  }

  async checkpoints(consumer: string): Promise<Readonly<Record<string, number>>> {
    const sql = `SELECT partition, position FROM "#checkpoints" WHERE consumer = ?`;
    return Object.fromEntries(
      this.#sql.all(sql, consumer).map(([partition, offset]) => [String(partition), Number(offset)]),
    );
  }

  async reset(consumer: string, collections: readonly Collection[]): Promise<void> {
    const held = collections.map((collection) => this.#of(collection));
    this.#writing(() => {
      for (const { table } of held) {
        for (const statement of emptying(table)) this.#sql.run(statement);
        markRebuilt(this.#sql, table.collection);
      }
      this.#sql.run(`DELETE FROM "#checkpoints" WHERE consumer = ?`, consumer);
      follow(
        this.#sql,
        consumer,
        collections.map(({ name }) => name),
      );
    });
    for (const { writer } of held) writer.forget();
  }

  async *scan(collection: Collection): AsyncIterable<Stored> {
    const { table } = this.#of(collection);
    const { documents } = table;
    const first = `SELECT id, json FROM ${documents} ORDER BY id LIMIT ${SCAN_PAGE}`;
    const after = `SELECT id, json FROM ${documents} WHERE id > ? ORDER BY id LIMIT ${SCAN_PAGE}`;
    let page = this.#sql.all(first);
    while (page.length > 0) {
      yield* page.map(stored(table));
      page = this.#sql.all(after, page.at(-1)![0]!);
    }
  }

  async close(): Promise<void> {
    await this.check?.stop();
    await this.log.settled();
    if (this.db.isOpen) this.db.close();
  }

  #of(collection: Collection): Held {
    const held = this.#held.get(collection.name);
    if (held === undefined) throw new Error(`collection ${collection.name} was not declared`);
    return held;
  }

  /** @throws StaleCheckpoint */
  #move({ consumer, partition, offset, from }: Checkpoint): void {
    const sql = `SELECT position FROM "#checkpoints" WHERE consumer = ? AND partition = ?`;
    const actual = Number(this.#sql.get(sql, consumer, partition)?.[0] ?? 0);
    if (from !== undefined && from !== actual) throw new StaleCheckpoint(consumer, partition, from, actual);
    if (offset === actual) return;
    this.#sql.run(`INSERT OR REPLACE INTO "#checkpoints" VALUES (?, ?, ?)`, consumer, partition, offset);
  }

  #get({ documents, packing }: Table, id: string): Stored | undefined {
    const row = this.#sql.get(`SELECT json FROM ${documents} WHERE id = ?`, id);
    return row === undefined ? undefined : { id: id.toWellFormed(), json: packing.unpack(row[0], id) };
  }

  /** What writers remember holds only while no other connection writes and nothing is rolled back. */
  #writing(work: () => void): void {
    try {
      this.#sql.transaction(() => {
        const dataVersion = this.#sql.get('PRAGMA data_version')?.[0];
        if (dataVersion !== this.#dataVersion) this.#forget();
        this.#dataVersion = dataVersion;
        work();
      });
      this.log.grown();
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  #forget(): void {
    for (const { writer } of this.#held.values()) writer.forget();
  }
}
