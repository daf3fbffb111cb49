/** -1 there is no such stream, -2 whatever it is, -4 there is one: the numbers of the protocol. */
export type ExpectedRevision = number;

export const noStream = -1;
export const whatever = -2;
export const streamExists = -4;

/** A stream that a transaction writes or checks, and the revision that it must be at. */
export interface StreamState {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

/** Where a record stands. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
  /** Offset in the log. */
  readonly position: number;
}

/** What a check has to know of the log. */
export interface Standing {
  /** -1 where there is no record. */
  lastRevision(stream: string): number;
  at(stream: string, revision: number): (Place & { readonly id: string }) | undefined;
  /** The record of an id among the last ones that were written. */
  recent(id: string): Place | undefined;
  isSoftDeleted(stream: string): boolean;
  isTombstoned(stream: string): boolean;
}

/** What a check of one stream says, as the server's `CheckCommit` does. */
export type Decision =
  | { readonly kind: 'ok' }
  /** Its records stand already where they would be written; the last of them. */
  | { readonly kind: 'done'; readonly last: Place }
  /** Some of its records stand there, others do not. */
  | { readonly kind: 'mixed' }
  | { readonly kind: 'refused'; readonly because: 'revision' | 'soft-deleted' | 'tombstoned' };

const ok: Decision = { kind: 'ok' };
const refused = (because: 'revision' | 'soft-deleted' | 'tombstoned'): Decision => ({
  kind: 'refused',
  because,
});

/**
 * Whether the records with these ids may be written. With an expected revision those that stand
 * exactly where they would be written are done, whenever that was; otherwise only those that are
 * among the last ones written are known again.
 */
export const checkWrite = (log: Standing, state: StreamState, ids: readonly string[]): Decision => {
  const { stream, expected } = state;
  if (log.isTombstoned(stream)) return refused('tombstoned');
  if (expected === whatever || expected === streamExists) return checkAnywhere(log, state, ids);
  const current = log.lastRevision(stream);
  if (expected === current) return ok;
  if (expected > current || ids.length === 0) return refused('revision');
  const there = ids.map((id, index) => log.at(stream, expected + 1 + index)?.id === id);
  if (there.every(Boolean)) return { kind: 'done', last: log.at(stream, expected + ids.length)! };
  if (there[0]) return { kind: 'mixed' };
  return expected === noStream && log.isSoftDeleted(stream) ? ok : refused('revision');
};

const checkAnywhere = (
  log: Standing,
  { stream, expected }: StreamState,
  ids: readonly string[],
): Decision => {
  if (expected === streamExists) {
    if (log.isSoftDeleted(stream)) return refused('soft-deleted');
    if (log.lastRevision(stream) < 0 && log.lastRevision(`$$${stream}`) < 0) return refused('revision');
  }
  const places = ids
    .map((id) => log.recent(id))
    .map((place) => (place?.stream === stream ? place : undefined));
  if (places[0] === undefined) return ok;
  return places.every(Boolean) ? { kind: 'done', last: places.at(-1)! } : { kind: 'mixed' };
};

/** Whether a stream that a transaction only looks at is as it expects. One that is deleted counts as none. */
export const checkOnly = (log: Standing, { stream, expected }: StreamState): Decision => {
  if (expected === whatever) return ok;
  const gone = log.isTombstoned(stream)
    ? 'tombstoned'
    : log.isSoftDeleted(stream)
      ? 'soft-deleted'
      : undefined;
  if (gone !== undefined) return expected === noStream ? ok : refused(gone);
  const current = log.lastRevision(stream);
  return expected === current || (expected === streamExists && current >= 0) ? ok : refused('revision');
};
