/**
 * The read store port: documents in declared collections, written in batches together with the
 * consumer's checkpoint, read by id, by declared indexes, and by text. It holds nothing that a
 * rebuild from the log would not give back.
 */

/** A filterable or sortable value: text or a whole number. Instants are text, UTC ISO 8601 with milliseconds. */
export type FieldValue = string | number | null;

export interface Field<T> {
  readonly type: 'text' | 'integer';
  of(document: T): FieldValue;
}

/** A field with several values in one document, e.g. the SKUs of an order. A query names one of them. */
export interface ManyField<T> {
  readonly type: 'text';
  of(document: T): readonly string[];
  /** The fields by which a list filtered on this one may be sorted; each is kept beside every value. */
  readonly sortedBy: string;
}

export interface Collection<T = unknown> {
  /** `<service>.<name>`, unique over all services. */
  readonly name: string;
  /** Raised when documents or fields change shape: a store with another version empties the collection, and the consumer rebuilds it. */
  readonly version: number;
  readonly fields: Readonly<Record<string, Field<T>>>;
  readonly many?: Readonly<Record<string, ManyField<T>>>;
  /** Each a list of field names, equality fields first, the sort field last; the id follows implicitly. */
  readonly indexes: readonly (readonly string[])[];
  /**
   * Documents are written and read whole, and not on the way of every answer: an engine may keep them packed.
   * `typical` is text such as they hold, at most 32 kB, of which the engine makes them small; another text is
   * another shape, as another version is.
   */
  readonly packed?: { readonly typical: string };
  /** Words by which the document is found: everything a person might type. */
  text?(document: T): string;
}

export interface Range {
  readonly from?: FieldValue;
  /** Exclusive. */
  readonly to?: FieldValue;
}

export interface Query {
  /** Equality, any of a list, or a range, on declared fields; on a many-field, one value. */
  readonly where?: Readonly<Record<string, FieldValue | readonly FieldValue[] | Range>>;
  readonly sort: { readonly by: string; readonly direction: 'asc' | 'desc' };
  /** 1–200. */
  readonly limit: number;
  readonly cursor?: string;
}

/** A stored document: its id and its JSON text exactly as it was written, for handing on without parsing. */
export interface Stored {
  readonly id: string;
  readonly json: string;
}

export interface Page {
  readonly items: readonly Stored[];
  /** Names the place after the last item; absent at the end. */
  readonly next?: string;
}

/** Whether words are compared as they were typed, or also with what is one slip of the hand away (`spelling.ts`). */
export type Spelling = 'as-typed' | 'close';

export interface Write {
  readonly collection: Collection;
  readonly id: string;
  /** Absent deletes the document. */
  readonly document?: unknown;
}

export interface Checkpoint {
  readonly consumer: string;
  readonly partition: string;
  /** One that stays where it is, 0 where nothing is stored, is only checked. */
  readonly offset: number;
  /** What must be stored now, 0 for nothing: a process that lost the partition meanwhile writes nothing any more. Unchecked when left out. */
  readonly from?: number;
}

/** Somebody else applied what comes after `from`: nothing was written, and what this process remembers is out of date. */
export class StaleCheckpoint extends Error {
  readonly code = 'stale-checkpoint';
  constructor(
    readonly consumer: string,
    readonly partition: string,
    expected: number,
    actual: number,
  ) {
    super(`${consumer} has come to ${actual} on ${partition}, not to ${expected}.`);
  }
}

/**
 * The store cannot be reached, is over its time limit, or belongs to another version now. No
 * message's fault: what was asked may be asked again, and a write that had been answered so may have
 * been stored. Names no value of a document.
 */
export class ReadStoreUnavailable extends Error {
  readonly code = 'store-unavailable';
}

/** The query names an undeclared field, a bad limit or a cursor of another query. */
export class BadQuery extends Error {
  readonly code = 'bad-query';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export interface ReadStore {
  /**
   * Creates or checks the collections' tables and indexes. Says which were emptied because their
   * version changed, and says so again until they were reset: a process that ended between the two
   * leaves the rebuild to the next.
   *
   * With a consumer, the collections are all that it fills, and its checkpoints stand for those that
   * were there while it went on. One that was added since is said to be empty, too, and one that was
   * left out meanwhile and comes back: its consumer has passed over what belongs into it. A process
   * that declared other collections for the consumer writes nothing for it any more.
   */
  declare(collections: readonly Collection[], consumer?: string): Promise<{ emptied: readonly string[] }>;
  /**
   * All writes and checkpoints in one transaction; a document written twice in a batch ends as its last write.
   * @throws StaleCheckpoint a checkpoint is not where its `from` says; nothing was written
   * @throws ReadStoreUnavailable another process declared other collections for the consumer; nothing was written
   */
  apply(writes: readonly Write[], checkpoints: readonly Checkpoint[]): Promise<void>;
  get(collection: Collection, id: string): Promise<Stored | undefined>;
  getMany(collection: Collection, ids: readonly string[]): Promise<readonly Stored[]>;
  /**
   * Cursor paging on (sort field, id): stable while documents are written, no exact count.
   * @throws BadQuery
   */
  find(collection: Collection, query: Query): Promise<Page>;
  /**
   * Documents whose text holds every word of the query, newest written first; the last word also as a
   * prefix, from three characters on. Words are compared without case and accents, `words.ts` says how.
   * What a run of a script without spaces holds is found inside it. Nothing is found by no word.
   * @param limit 1–200
   * @param spelling as typed unless told
   * @throws BadQuery for more than 64 words
   */
  search(
    collection: Collection,
    words: string,
    limit: number,
    spelling?: Spelling,
  ): Promise<readonly Stored[]>;
  /** Partition → offset as last applied by the consumer. */
  checkpoints(consumer: string): Promise<Readonly<Record<string, number>>>;
  /** Forgets the consumer's checkpoints and empties the collections, all it fills, for a rebuild. */
  reset(consumer: string, collections: readonly Collection[]): Promise<void>;
  /** Every document of a collection in order of id, for verification. */
  scan(collection: Collection): AsyncIterable<Stored>;
  close(): Promise<void>;
}
