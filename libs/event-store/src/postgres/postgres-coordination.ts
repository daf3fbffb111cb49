import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Coordination } from '../coordination.ts';
import { whilePassing } from './connections.ts';

export interface CoordinationOptions {
  readonly pool: Pool;
  readonly schema: string;
  /** How long a lease lasts unless it is renewed, in milliseconds, by the server's clock. */
  readonly leaseTime: number;
}

/**
 * Leases in a table, by the server's clock alone: one process holds a name, renews it, and is
 * followed by another once it stopped doing so.
 */
export const postgresCoordination = (options: CoordinationOptions): Coordination => {
  const { pool, schema, leaseTime } = options;
  return {
    alone: async (name, signal, work) => {
      while (!signal.aborted) {
        const lease = new Lease(options, name);
        const held = await lease.take().catch(() => false);
        if (held) await lease.during(signal, work);
        await wait(leaseTime / 10, undefined, { signal }).catch(() => {});
      }
    },
    position: (name) =>
      whilePassing(async () => {
        const { rows } = await pool.query<{ position: number }>(
          `SELECT position FROM "${schema}".positions WHERE name = $1`,
          [name],
        );
        return rows[0]?.position;
      }),
    savePosition: (name, position) =>
      whilePassing(async () => {
        await pool.query(
          `INSERT INTO "${schema}".positions (name, position) VALUES ($1, $2)
           ON CONFLICT (name) DO UPDATE SET position = excluded.position`,
          [name, position],
        );
      }),
  };
};

/** One holder's claim on a name. */
class Lease {
  private readonly holder = randomUUID();

  constructor(
    private readonly options: CoordinationOptions,
    private readonly name: string,
  ) {}

  /** Takes the lease where nobody has it, or renews it; says whether it is held now. */
  async take(): Promise<boolean> {
    const { pool, schema, leaseTime } = this.options;
    const { rowCount } = await pool.query(
      `INSERT INTO "${schema}".leases AS lease (name, holder, expires)
       VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires = excluded.expires
       WHERE lease.holder = excluded.holder OR lease.expires < clock_timestamp()`,
      [this.name, this.holder, leaseTime],
    );
    return rowCount === 1;
  }

  /** Does the work while the lease holds; gives it back afterwards. */
  async during(signal: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void> {
    const ending = new AbortController();
    const held = AbortSignal.any([signal, ending.signal]);
    const renewing = this.renewUntil(held, () => ending.abort());
    try {
      await work(held);
    } finally {
      ending.abort();
      await renewing;
      await this.giveBack().catch(() => {});
    }
  }

  private async renewUntil(held: AbortSignal, lose: () => void): Promise<void> {
    const { leaseTime } = this.options;
    for (let renewed = performance.now(); !held.aborted;) {
      await wait(leaseTime / 3, undefined, { signal: held }).catch(() => {});
      if (held.aborted) return;
      const asked = performance.now();
      const kept = await this.take().catch(() => undefined);
      if (kept) renewed = asked;
      else if (kept === false || performance.now() - renewed > leaseTime) lose();
    }
  }

  private async giveBack(): Promise<void> {
    const { pool, schema } = this.options;
    await pool.query(`DELETE FROM "${schema}".leases WHERE name = $1 AND holder = $2`, [
      this.name,
      this.holder,
    ]);
  }
}
