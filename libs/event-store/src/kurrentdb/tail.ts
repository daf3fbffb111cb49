import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Row } from '../rows.ts';
import { type StoredRecord, positionOf } from './records.ts';
import { subscribe } from './subscription.ts';

/** Bytes that an event takes with its reservation, before any has come by. */
const usualSpacing = 1_500;
/** Events whose distances the average goes by, about. */
const remembered = 1_000;

/**
 * Follows the log from where it ended when it was opened, to learn where what this process writes comes to stand:
 * the server answers a transaction with one position for all of it, and a read for every answer would double
 * the time that each takes.
 */
export class Tail {
  /** From one event to the next, as offsets in the server's log, on average of those that came by. */
  spacing = usualSpacing;
  /** Id → told where its event stands. */
  private readonly awaited = new Map<string, (position: number) => void>();
  private readonly running: Promise<void>;
  private last: number;

  constructor(client: KurrentDBClient, prefix: string, after: number, signal: AbortSignal) {
    this.last = after;
    this.running = this.follow(subscribe(client, prefix, after, signal));
  }

  /**
   * Gives rows their positions as their events come by, 0 until then: to be asked before they are written.
   * @returns resolves once all have one
   */
  async place(rows: readonly Row[]): Promise<void> {
    await Promise.all(
      rows.map(
        (row) =>
          new Promise<void>((resolve) => {
            row[0] = 0;
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
    for await (const records of batches) {
      for (const record of records) this.awaited.get(record.id.toLowerCase())?.(positionOf(record));
      this.measure(records);
    }
  }

  private measure(records: readonly StoredRecord[]): void {
    const reached = positionOf(records.at(-1)!);
    // What stands before the first event of all may be anybody's.
    if (this.last > 0) {
      const seen = (reached - this.last) / records.length;
      this.spacing += ((seen - this.spacing) * records.length) / (records.length + remembered);
    }
    this.last = reached;
  }
}
