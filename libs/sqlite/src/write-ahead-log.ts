import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Bytes of a write-ahead log from which on it is written back; a page that changed often meanwhile is written once. */
export const writtenBackFrom = 64 * 1024 * 1024;

// Beside this file, compiled or as it is.
const writer = `write-back${path.extname(fileURLToPath(import.meta.url))}`;

/**
 * The write-ahead log of a file, written back into it by a thread of its own: a checkpoint of SQLite holds up whoever
 * commits, half a second on a busy disk, and all who ask meanwhile. Who writes and who reads go on beside this one
 * (https://sqlite.org/wal.html#ckpt: passive).
 */
export class WriteAheadLog {
  private writing: Promise<void> | undefined;
  /** Bytes of the log when it was last written back; it begins anew, shorter, with a commit after that. */
  private writtenBack = 0;

  /** @param from bytes from which on it is written back */
  constructor(
    private readonly file: string,
    private readonly from = writtenBackFrom,
  ) {}

  /** Begins to write back where the log has become long; to be told after commits. */
  grown(): void {
    if (this.writing !== undefined) return;
    const size = this.size();
    if (size < this.writtenBack) this.writtenBack = 0;
    if (size - this.writtenBack < this.from) return;
    this.writing = writeBack(this.file).finally(() => {
      this.writing = undefined;
      this.writtenBack = this.size();
    });
  }

  /** Resolves once nothing works on the file but its owner. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private size(): number {
    return statSync(`${this.file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
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
