import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { clientOptions } from './connections.ts';

/** Between looks at the head without having been told, in milliseconds: a notification can be lost with its connection. */
const safetyNet = 1_000;
/** Least time between two notifications of this process, in milliseconds: each costs a commit and wakes every listener. */
const pause = 10;

/**
 * Knows how far the log goes and wakes who waits for more: by what this process commits, by
 * notifications of others, and by looking now and then. What this process commits it tells the
 * others, the first at once, then all that came meanwhile together; outside the transaction of the
 * append, so that no append waits for it.
 */
export class Bell {
  private head = 0;
  /** How far this process committed, and how far it told the others. */
  private committed = 0;
  private told = 0;
  private telling = false;
  private hearing = false;
  private waiting: (() => void)[] = [];
  private readonly closing = new AbortController();
  private readonly running: Promise<void>;
  private client: pg.Client | undefined;

  /** @param look asks the store for the position of its last event */
  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly look: () => Promise<number>,
  ) {
    this.running = Promise.all([this.listen(), this.lookNowAndThen()]).then(() => undefined);
  }

  reached(position: number): void {
    if (position <= this.head) return;
    this.head = position;
    const woken = this.waiting;
    this.waiting = [];
    for (const wake of woken) wake();
  }

  /** This process committed up to a position. */
  ring(position: number): void {
    this.reached(position);
    this.committed = Math.max(this.committed, position);
    if (!this.telling) void this.tell();
  }

  /** Resolves when something may be there after a position, or the signal aborts. */
  beyond(position: number, signal: AbortSignal): Promise<void> {
    if (this.head > position || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.waiting.push(wake);
    });
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.client?.end().catch(() => {});
    await this.running;
  }

  private async tell(): Promise<void> {
    const { signal } = this.closing;
    this.telling = true;
    while (this.told < this.committed && this.hearing && !signal.aborted) {
      const position = this.committed;
      this.told = position;
      await this.client!.query('SELECT pg_notify($1, $2)', [this.channel, String(position)]).catch(() => {
        // Lost with the connection: the others' safety nets find it.
      });
      await wait(pause, undefined, { signal }).catch(() => {});
    }
    this.telling = false;
  }

  private async listen(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const client = (this.client = new pg.Client(clientOptions(this.url)));
      const ended = new Promise<void>((resolve) => {
        client.on('end', resolve);
        client.on('error', () => resolve());
      });
      client.on('notification', ({ payload }) => this.reached(Number(payload)));
      // What is under way when the client is ended is never answered by it: the end itself answers.
      await Promise.race([ended, this.hear(client).then(() => ended)]).catch(() => {
        // Tried again below: until then the safety net tells.
      });
      this.hearing = false;
      void client.end().catch(() => {});
      await wait(safetyNet, undefined, { signal }).catch(() => {});
    }
  }

  private async hear(client: pg.Client): Promise<void> {
    await client.connect();
    // A notification is not worth a flush to the disk.
    await client.query('SET synchronous_commit = off');
    await client.query(`LISTEN ${pg.escapeIdentifier(this.channel)}`);
    this.hearing = true;
    this.reached(await this.look());
  }

  private async lookNowAndThen(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await this.look().then(
        (position) => this.reached(position),
        () => undefined,
      );
      await wait(safetyNet, undefined, { signal }).catch(() => {});
    }
  }
}
