import type { DatabaseSync, StatementSync } from 'node:sqlite';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Bytes of a write-ahead log from which on it is written back; a page that changed often meanwhile is written once. */
export const writtenBackFrom = 64 * 1024 * 1024;

/** Bytes of a page, SQLite's own. */
const pageSize = 4_096;
/** A log that is this many times as long as it is to become is written back by whoever commits, and cut. */
const farBehind = 4;

// Beside this file, compiled or as it is.
const writer = `write-back${path.extname(fileURLToPath(import.meta.url))}`;

/**
 * Settings of a file whose log is written back by a thread. SQLite's own checkpoint, which holds everybody up, comes
 * only where the thread has fallen far behind. The log is not cut before that: it is written over from its beginning,
 * since a file system that tells the disk of freed blocks holds up whoever cuts for 50 ms, and growing anew makes
 * every fsync wait for the file's own entry, too.
 * @param from bytes from which on it is written back
 */
export const walSettings = (from = writtenBackFrom): string => `
  PRAGMA journal_mode = WAL;
  PRAGMA wal_autocheckpoint = ${(farBehind * from) / pageSize};
  PRAGMA journal_size_limit = ${farBehind * from};`;

/**
 * The write-ahead log of a file, written back into it by a thread of its own: a checkpoint of SQLite holds up whoever
 * commits, half a second on a busy disk, and all who ask meanwhile. Who writes and who reads go on beside this one
 * (https://sqlite.org/wal.html#ckpt: passive).
 */
export class WriteAheadLog {
  private writing: Promise<void> | undefined;
  /** Pages that the last thread left behind: the next comes when as many again are there, not with each commit. */
  private leftBehind = 0;
  private readonly state: StatementSync;
  private readonly longFrom: number;

  /**
   * @param db the connection that writes the file, opened with `walSettings`
   * @param from bytes from which on it is written back
   */
  constructor(
    db: DatabaseSync,
    private readonly file: string,
    from = writtenBackFrom,
  ) {
    // Does nothing but say how long the log is, and how much of it the file has (https://sqlite.org/pragma.html#pragma_wal_checkpoint).
    this.state = db.prepare('PRAGMA wal_checkpoint(NOOP)');
    this.longFrom = from / pageSize;
  }

  /** Begins to write back where much of the log is in it alone; to be told after commits. */
  grown(): void {
    if (this.writing !== undefined) return;
    const left = this.left();
    this.leftBehind = Math.min(this.leftBehind, left);
    if (left - this.leftBehind < this.longFrom) return;
    this.writing = writeBack(this.file).then(() => {
      this.writing = undefined;
      this.leftBehind = Number.POSITIVE_INFINITY;
    });
  }

  /** Pages that are in the log alone. */
  private left(): number {
    const { log, checkpointed } = this.state.get() as Record<'log' | 'checkpointed', number>;
    return log - checkpointed;
  }

  /** Resolves once nothing works on the file but its owner. */
  async settled(): Promise<void> {
    await this.writing;
  }
}

/** What fails here is met again by whoever writes, whose own checkpoint comes once the log is four times as long. */
const writeBack = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const thread = new Worker(new URL(writer, import.meta.url), { workerData: file });
    thread.unref();
    thread.once('error', () => resolve());
    thread.once('exit', () => resolve());
  });
