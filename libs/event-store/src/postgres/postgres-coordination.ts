import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Coordination } from '../coordination.ts';
import { type Claim, aloneBy } from '../lease.ts';
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
  const save = (name: string, position: number, kept: string) =>
    whilePassing(async () => {
      await pool.query(
        `INSERT INTO "${schema}".positions (name, position) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET position = ${kept}`,
        [name, position],
      );
    });
  return {
    alone: aloneBy((name) => new Lease(options, name), leaseTime),
    position: (name) =>
      whilePassing(async () => {
        const { rows } = await pool.query<{ position: number }>(
          `SELECT position FROM "${schema}".positions WHERE name = $1`,
          [name],
        );
        return rows[0]?.position;
      }),
    savePosition: (name, position) => save(name, position, 'excluded.position'),
    advancePosition: (name, position) =>
      save(name, position, 'greatest(positions.position, excluded.position)'),
  };
};

/** One holder's claim on a name. */
class Lease implements Claim {
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

  renew(): Promise<boolean> {
    return this.take();
  }

  async giveBack(): Promise<void> {
    const { pool, schema } = this.options;
    await pool.query(`DELETE FROM "${schema}".leases WHERE name = $1 AND holder = $2`, [
      this.name,
      this.holder,
    ]);
  }
}
