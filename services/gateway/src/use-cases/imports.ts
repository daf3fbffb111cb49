import type { Submitter } from '@tributary/contracts';
import type { Admission } from '@tributary/event-bus';
import type { Inbox, Taken } from './inbox.ts';

/** A file being read, piece by piece: messages, and what could not be read as one. */
export interface FileReading<R> {
  readonly steps: AsyncIterable<{
    readonly events: readonly unknown[];
    readonly bad: readonly { readonly raw: string; readonly reason: string }[];
    readonly rows: number;
  }>;
  report(): R;
}

export interface ImportCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

export type ImportProgress<R> =
  | { readonly kind: 'progress'; readonly counts: ImportCounts }
  | { readonly kind: 'done'; readonly counts: ImportCounts; readonly report: R };

/** Messages taken in together: enough to share a commit, few enough to keep the door open for others. */
const batchSize = 200;

/**
 * Reads a file of a foreign format into the inbox, with progress. The same file gives the same
 * messages, so an import that was cut off is run again and takes in only what is missing.
 * @param admission a file is read on when there is room for what it holds
 * @param revocation once aborted nothing more is recorded; what was stays
 * @throws the reason of `revocation`
 */
export async function* importFile<R>(
  inbox: Inbox,
  file: FileReading<R>,
  by: Submitter,
  admission: Admission,
  revocation: AbortSignal,
): AsyncGenerator<ImportProgress<R>> {
  let counts: ImportCounts = { rows: 0, accepted: 0, duplicates: 0, quarantined: 0 };
  let waiting: unknown[] = [];
  const take = async () => {
    await admission.whenRoom(waiting.length, Number.POSITIVE_INFINITY);
    revocation.throwIfAborted();
    const taken = await inbox.take(waiting, by);
    waiting = [];
    counts = added(counts, taken);
  };
  for await (const { events, bad, rows } of file.steps) {
    revocation.throwIfAborted();
    waiting.push(...events);
    const quarantined = await Promise.all(
      bad.map(({ raw, reason }) => inbox.quarantineText(raw, reason, by)),
    );
    counts = { ...added(counts, quarantined), rows };
    if (waiting.length < batchSize) continue;
    await take();
    yield { kind: 'progress', counts };
  }
  await take();
  yield { kind: 'done', counts, report: file.report() };
}

const added = (counts: ImportCounts, taken: readonly Taken[]): ImportCounts => {
  const of = (status: Taken['status']) => taken.filter((one) => one.status === status).length;
  return {
    rows: counts.rows,
    accepted: counts.accepted + of('accepted'),
    duplicates: counts.duplicates + of('duplicate'),
    quarantined: counts.quarantined + of('quarantined'),
  };
};
