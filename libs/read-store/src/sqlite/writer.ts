import { wordsOf } from '../words.ts';
import { preparing } from './prepared.ts';
import type { Prepared } from './prepared.ts';
import type { Statements, Value } from './statements.ts';
import type { Table } from './table.ts';
import { Vocabulary } from './vocabulary.ts';

/** What is known of a stored document without reading it. */
interface Known {
  readonly n: number;
  readonly compared: readonly Value[];
}

/** A document and its state before; a new one has none, but the row number it was given. */
interface Change {
  readonly document: Prepared;
  before: Known | undefined;
  n?: number;
}

const rowOf = ({ before, n }: Change): number => before?.n ?? n!;

/** The last document of each id in a batch; undefined deletes. */
export type Batch = ReadonlyMap<string, unknown>;

/**
 * Writes documents of one collection. What changes most is the JSON; so the last state of recently
 * written documents is remembered, and indexes, side tables and text are touched only where a column
 * or a digest differs. A row number is given at a document's first write and kept.
 */
export class Writer {
  readonly #recent = new Map<string, Known>();
  #lastRow: number | undefined;
  readonly #prepare: (id: string, document: unknown) => Prepared;
  readonly #lookup: string;
  readonly #insert: string;
  readonly #manyAt: number;
  readonly #textAt: number;
  readonly #vocabulary: Vocabulary | undefined;

  constructor(
    private readonly sql: Statements,
    private readonly table: Table,
    private readonly remembered: number,
  ) {
    const { compared, documents } = table;
    this.#prepare = preparing(table.collection);
    this.#vocabulary = table.words === undefined ? undefined : new Vocabulary(sql, table.words);
    this.#lookup = `SELECT ${['n', ...compared].join(', ')} FROM ${documents} WHERE id = ?`;
    this.#insert = `INSERT INTO ${documents} (n, ${['id', ...compared, 'json'].join(', ')})`;
    this.#manyAt = compared.indexOf('many_digest');
    this.#textAt = compared.indexOf('text_digest');
  }

  /** Forgets what is known, after a rollback, an emptying, or another connection's write. */
  forget(): void {
    this.#recent.clear();
    this.#lastRow = undefined;
    this.#vocabulary?.forget();
  }

  /** Serialises and derives outside the transaction: what cannot be written fails before anything is. */
  prepare(batch: Batch): () => void {
    const documents: Prepared[] = [];
    const deleted: string[] = [];
    for (const [id, document] of batch) {
      if (document === undefined) deleted.push(id);
      else documents.push(this.#prepare(id, document));
    }
    return () => this.#write(documents, deleted);
  }

  #write(documents: readonly Prepared[], deleted: readonly string[]): void {
    for (const id of deleted) this.#delete(id);
    const changes = documents.map((document): Change => ({
      document,
      before: this.#recent.get(document.id),
    }));
    const unknown = changes.filter(({ before }) => before === undefined);
    this.#insertDocuments(unknown);
    const many: Change[] = [];
    const text: Change[] = [];
    for (const change of changes) {
      const { before, document } = change;
      const { compared } = document;
      if (before !== undefined) this.#update(document, before);
      if (before?.compared[this.#manyAt] !== compared[this.#manyAt]) many.push(change);
      if (before?.compared[this.#textAt] !== compared[this.#textAt]) text.push(change);
      this.#remember(document.id, { n: rowOf(change), compared });
    }
    this.#rewriteMany(many);
    this.#rewriteText(text);
  }

  #stored(id: string): Known | undefined {
    const row = this.sql.get(this.#lookup, id);
    return row === undefined ? undefined : { n: row[0] as number, compared: row.slice(1) };
  }

  #remember(id: string, known: Known): void {
    this.#recent.delete(id);
    this.#recent.set(id, known);
    if (this.#recent.size > this.remembered) this.#recent.delete(this.#recent.keys().next().value!);
  }

  /**
   * Inserts what is not remembered as if it were new, which it mostly is: the insert looks for the id
   * anyway. What turns out to be stored gets its state before.
   */
  #insertDocuments(changes: readonly Change[]): void {
    this.#lastRow ??= Number(this.sql.get(`SELECT max(n) FROM ${this.table.documents}`)?.[0] ?? 0);
    const values: Value[] = [];
    for (const change of changes) {
      const { id, compared, json } = change.document;
      change.n = ++this.#lastRow;
      values.push(change.n, id);
      for (const value of compared) values.push(value);
      values.push(this.table.packing.pack(json));
    }
    const width = this.table.compared.length + 3;
    for (const row of this.sql.insert(this.#insert, width, values, 'ON CONFLICT (id) DO NOTHING')) {
      const change = changes[row]!;
      const stored = this.#stored(change.document.id)!;
      if (stored.n !== change.n) change.before = stored;
    }
  }

  /** Sets only the columns that differ, since SQLite rewrites every index that names a set column. */
  #update(document: Prepared, { n, compared: before }: Known): void {
    const { compared, documents } = this.table;
    const columns = compared.filter((_, at) => before[at] !== document.compared[at]);
    const values = document.compared.filter((value, at) => before[at] !== value);
    const set = columns.map((column) => `, ${column} = ?`).join('');
    this.sql.run(
      `UPDATE ${documents} SET json = ?${set} WHERE n = ?`,
      this.table.packing.pack(document.json),
      ...values,
      n,
    );
  }

  #rewriteMany(changes: readonly Change[]): void {
    const { collection, many } = this.table;
    let at = 0;
    for (const [field, side] of many) {
      const { sortedBy } = collection.many![field]!;
      const sortAt = Object.keys(collection.fields).indexOf(sortedBy);
      const rows: Value[] = [];
      for (const change of changes) {
        const { before, document } = change;
        const n = rowOf(change);
        if (before !== undefined) this.sql.run(`DELETE FROM ${side} WHERE n = ?`, n);
        const sort = document.compared[sortAt]!;
        for (const value of document.many[at]!) rows.push(n, value, sort, document.id);
      }
      this.sql.insert(`INSERT INTO ${side} (n, value, sort, id)`, 4, rows);
      at++;
    }
  }

  #rewriteText(changes: Change[]): void {
    const { text } = this.table;
    if (text === undefined) return;
    // FTS5 collects words in memory as long as row numbers ascend, and flushes when one does not.
    changes.sort((a, b) => rowOf(a) - rowOf(b));
    const rows: Value[] = [];
    for (const change of changes) {
      const { before, document } = change;
      const n = rowOf(change);
      if (before !== undefined) this.sql.run(`DELETE FROM ${text} WHERE rowid = ?`, n);
      const words = wordsOf(document.text);
      rows.push(n, [...words].join(' '));
      this.#vocabulary?.add(words);
    }
    this.sql.insert(`INSERT INTO ${text} (rowid, words)`, 2, rows);
  }

  #delete(id: string): void {
    const { documents, many, text } = this.table;
    const n = (this.#recent.get(id) ?? this.#stored(id))?.n;
    if (n === undefined) return;
    this.#recent.delete(id);
    this.sql.run(`DELETE FROM ${documents} WHERE n = ?`, n);
    for (const side of many.values()) this.sql.run(`DELETE FROM ${side} WHERE n = ?`, n);
    if (text !== undefined) this.sql.run(`DELETE FROM ${text} WHERE rowid = ?`, n);
  }
}
