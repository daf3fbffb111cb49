import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type JSONEventData, jsonEvent } from '@kurrent/kurrentdb-client';
import type { Coordination } from '../coordination.ts';
import { type Connection, pauseBefore } from './connection.ts';
import { unavailable } from './errors.ts';
import type { Names } from './names.ts';

export interface CoordinationOptions {
  readonly connection: Connection;
  readonly names: Names;
  /** How long a lease lasts unless it is renewed, in milliseconds. */
  readonly leaseTime: number;
}

/** Times that a write is made again which was not answered, or came after another's. */
const tries = 8;

/** Who holds a lease: nobody once it was given back. */
interface Hold {
  readonly holder: string | null;
}

/**
 * Leases and places in streams of which only the last record counts: the server keeps no others. A lease is
 * renewed by appending to its stream at the revision that its holder knows. It has no time in it: who wants it
 * watches, by a clock of its own that only goes forward, until its stream stood still for longer than a lease lasts.
 */
export const kurrentCoordination = (options: CoordinationOptions): Coordination => {
  const { connection, names, leaseTime } = options;
  return {
    alone: async (name, signal, work) => {
      const lease = new Lease(options, names.lease(name));
      while (!signal.aborted) {
        const held = await lease.take().catch(() => false);
        if (held) await lease.during(signal, work);
        await wait(leaseTime / 10, undefined, { signal }).catch(() => {});
      }
    },
    position: async (name) => {
      const record = await connection.last(names.position(name));
      return (record?.data as { position: number } | undefined)?.position;
    },
    savePosition: (name, position) =>
      put(connection, names.position(name), jsonEvent({ type: 'reached', data: { position } })),
  };
};

const revisionOf = async (connection: Connection, stream: string): Promise<number> =>
  Number((await connection.last(stream))?.revision ?? -1);

/** The last record of a stream, whoever else writes there. */
const put = async (connection: Connection, stream: string, record: JSONEventData): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    const revision = await revisionOf(connection, stream);
    if (revision < 0) await keepLastOnly(connection, stream);
    const answer = await connection.write({
      records: [{ stream, record }],
      expected: new Map([[stream, revision]]),
    });
    if (answer.kind === 'recorded') return;
    if (answer.kind === 'refused' || attempt === tries)
      throw unavailable('cause' in answer ? answer.cause : new Error(`Others keep writing to ${stream}.`));
    await wait(pauseBefore(attempt));
  }
};

/** The server passes over what is no longer the last, and removes it when it is scavenged. */
const keepLastOnly = async (connection: Connection, stream: string): Promise<void> => {
  await connection.again(() => connection.client.setStreamMetadata(stream, { maxCount: 1 }));
};

class Lease {
  private readonly holder = randomUUID();
  /** The stream's last record, and since when it is known to be that. */
  private seen = { revision: -2, since: 0 };

  constructor(
    private readonly options: CoordinationOptions,
    private readonly stream: string,
  ) {}

  /** Takes the lease where nobody has it; says whether it is held now. */
  async take(): Promise<boolean> {
    const { connection, leaseTime } = this.options;
    const asked = performance.now();
    const record = await connection.last(this.stream);
    const revision = Number(record?.revision ?? -1);
    if (revision !== this.seen.revision) this.seen = { revision, since: asked };
    const isFree = !record || (record.data as Hold).holder === null;
    if (!isFree && asked - this.seen.since <= leaseTime) return false;
    if (!record) await keepLastOnly(connection, this.stream);
    return this.write(this.holder);
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
      await this.write(null).catch(() => {});
    }
  }

  private async renewUntil(held: AbortSignal, lose: () => void): Promise<void> {
    const { leaseTime } = this.options;
    // Others may take it then, whatever an answer is still waited for.
    let expiring = setTimeout(lose, leaseTime);
    while (!held.aborted) {
      await wait(leaseTime / 3, undefined, { signal: held }).catch(() => {});
      if (held.aborted) break;
      const asked = performance.now();
      const renewed = await this.renew().catch(() => undefined);
      if (renewed === false) lose();
      if (!renewed) continue;
      clearTimeout(expiring);
      expiring = setTimeout(lose, leaseTime - (performance.now() - asked));
    }
    clearTimeout(expiring);
  }

  /** Whether it was renewed, or is somebody else's; undefined where it is still held and was not renewed. */
  private async renew(): Promise<boolean | undefined> {
    const before = this.seen.revision;
    if (await this.write(this.holder)) return true;
    const record = await this.options.connection.last(this.stream);
    if (!record || (record.data as Hold).holder !== this.holder) return false;
    this.seen = { revision: Number(record.revision), since: performance.now() };
    return this.seen.revision > before ? true : undefined;
  }

  /** Whether it was written; that it was not answered is not to be told from that it was not. */
  private async write(holder: string | null): Promise<boolean> {
    const { revision } = this.seen;
    const answer = await this.options.connection.write({
      records: [{ stream: this.stream, record: jsonEvent({ type: 'lease', data: { holder } }) }],
      expected: new Map([[this.stream, revision]]),
    });
    if (answer.kind !== 'recorded') return false;
    this.seen = { revision: revision + 1, since: performance.now() };
    return true;
  }
}
