import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Row } from '../rows.ts';
import { positionOf } from './records.ts';
import { subscribe } from './subscription.ts';

/**
 * Follows the log from where it ended when it was opened, to learn where what this process writes comes to stand:
 * the server answers a transaction with one position for all of it, and a read for every answer would double
 * the time that each takes.
 */
export class Tail {
  /** Id → told where its event stands. */
  private readonly awaited = new Map<string, (position: number) => void>();
  private readonly running: Promise<void>;

  constructor(client: KurrentDBClient, prefix: string, after: number, signal: AbortSignal) {
    this.running = this.follow(subscribe(client, prefix, after, signal));
  }

  /**
   * Gives rows their positions as their events come by: to be asked before they are written.
   * @returns resolves once all have one
   */
  async place(rows: readonly Row[]): Promise<void> {
    await Promise.all(
      rows.map(
        (row) =>
          new Promise<void>((resolve) => {
            this.awaited.set(row[3].toLowerCase(), (position) => {
              row[0] = position;
              resolve();
            });
          }),
      ),
    );
  }

  /** No longer waits for these. */
  forget(rows: readonly Row[]): void {
    for (const [, , , id] of rows) this.awaited.delete(id.toLowerCase());
  }

  /** Resolves when it has ended, after its signal aborted. */
  async ended(): Promise<void> {
    await this.running;
  }

  private async follow(batches: ReturnType<typeof subscribe>): Promise<void> {
    for await (const records of batches)
      for (const record of records) this.awaited.get(record.id.toLowerCase())?.(positionOf(record));
  }
}
