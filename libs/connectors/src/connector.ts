import type { InboundCloudEvent } from '@tributary/contracts';

/** A sum of line amounts in minor units: each line rounded half-even, and exactly, as decimal text. */
export interface MonthAmount {
  minor: number;
  unrounded: string;
}

/** Minor units, counted from the rows that were applied and from the events that were made of them. */
export interface CountedTwice {
  rows: number;
  events: number;
}

/** The money of an import. Sales + charges − refunds is the amount of all rows that were applied. */
export interface ImportReconciliation {
  /** ISO 4217. */
  currency: string;
  /** What was charged for goods. */
  sales: CountedTwice;
  /** What orders charged beside goods; given is below zero. */
  charges: CountedTwice;
  /** What returns gave back for goods and charges, less what they charged. */
  refunds: CountedTwice;
  /** Whether rows and events agree, to the minor unit, in all three. */
  balanced: boolean;
}

/**
 * What became of an input. Once the input has been read to its end,
 * `rowsRead = rowsApplied + rowsSkipped` holds; before that, rows may still be waiting for the rest of their group.
 */
export interface ImportReport {
  rowsRead: number;
  /** Rows whose content is in an event. */
  rowsApplied: number;
  rowsSkipped: number;
  /** How many rows each reason skipped; the reasons are stable codes. */
  skippedByReason: Record<string, number>;
  /** The first 1,000 skipped rows; rows are counted from 1, a header is not a row. */
  skippedRows: { row: number; reason: string }[];
  /** Skipped rows beyond those listed. */
  skippedRowsNotListed: number;
  eventsByType: Record<string, number>;
  ordersCreated: number;
  /** Return messages of which everything names its order. */
  returnsMatched: number;
  /** Return messages with something that names no order. */
  returnsUnmatched: number;
  /** Applied amounts by local month, `YYYY-MM`; empty where a format does not price its rows. */
  amountByMonth: Record<string, MonthAmount>;
  /** Amounts of skipped rows, so that applied + skipped is the input's own sum. */
  skippedAmountByMonth: Record<string, MonthAmount>;
  /** Left out where a format does not price its rows. */
  reconciliation?: ImportReconciliation;
}

/** A piece of input that is no event: it is handed on as it stands, to be quarantined with its reason. */
export interface BadRow {
  row: number;
  /** The text as received; cut to its first 1,000 characters when it was over the length bound. */
  raw: string;
  reason: string;
}

export interface ImportStep {
  events: InboundCloudEvent[];
  bad: BadRow[];
  /** Rows consumed from the input so far. */
  rows: number;
}

/** A message that was taken in before, as it was recorded. */
export interface EarlierMessage {
  type: string;
  /** UTC ISO 8601. */
  time: string;
  data: unknown;
}

export interface ImportOptions {
  /** CloudEvents `source` of the events that the connector makes itself. */
  source: string;
  /** Label of the text's encoding where it has no byte-order mark, one that `isEncoding`; UTF-8 when left out. */
  charset?: string;
  /**
   * What was taken in under this source before, in that order: for formats whose rows are about those of earlier
   * files. Read once, before the first step, and not at all by a format that needs none of it.
   */
  earlier?: AsyncIterable<EarlierMessage>;
}

export interface ImportRun<R extends ImportReport = ImportReport> {
  /**
   * To be read once. Throws `ImportError` when the input as a whole cannot be read. A file of another kind is
   * refused before its first step: its lines are no bad rows of this format.
   */
  steps: AsyncIterable<ImportStep>;
  report(): R;
}

/**
 * Turns a foreign format into canonical events. The same bytes and options give the same events with the
 * same ids, however the bytes were cut into chunks and whatever of them was taken in before: after a crash an
 * import is simply run again.
 */
export interface Connector<R extends ImportReport = ImportReport> {
  readonly format: string;
  read(input: AsyncIterable<Uint8Array>, options: ImportOptions): ImportRun<R>;
}

/**
 * The input cannot be read any further. Events of earlier steps stand; `missing-columns` and `unreadable-file` are
 * thrown before the first step.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: 'missing-columns' | 'unreadable-file' | 'unreadable-text';
  constructor(code: ImportError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
