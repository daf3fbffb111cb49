import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type JSONEventData, jsonEvent } from '@kurrent/kurrentdb-client';
import type { Coordination } from '../coordination.ts';
import { type Claim, aloneBy } from '../lease.ts';
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
    alone: aloneBy((name) => new Lease(options, names.lease(name)), leaseTime),
    position: async (name) => positionIn(await connection.last(names.position(name))),
    savePosition: (name, position) => put(connection, names.position(name), reached(position)),
    advancePosition: (name, position) =>
      put(connection, names.position(name), reached(position), (last) => position > (positionIn(last) ?? -1)),
  };
};

const reached = (position: number): JSONEventData => jsonEvent({ type: 'reached', data: { position } });

const positionIn = (record: Last): number | undefined =>
  (record?.data as { position: number } | undefined)?.position;

type Last = Awaited<ReturnType<Connection['last']>>;

/**
 * The last record of a stream, whoever else writes there.
 * @param isWanted beside what is the last one now
 */
const put = async (
  connection: Connection,
  stream: string,
  record: JSONEventData,
  isWanted: (last: Last) => boolean = () => true,
): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    const last = await connection.last(stream);
    if (!isWanted(last)) return;
    const revision = Number(last?.revision ?? -1);
    if (revision < 0) await keepLastOnly(connection, stream);
    const answer = await connection.writeOne(stream, revision, record);
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

class Lease implements Claim {
  private readonly holder = randomUUID();
  /** The stream's last record, and since when it is known to be that. */
  private seen = { revision: -2, since: 0 };

  constructor(
    private readonly options: CoordinationOptions,
    private readonly stream: string,
  ) {}

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

  async renew(): Promise<boolean | undefined> {
    const before = this.seen.revision;
    if (await this.write(this.holder)) return true;
    const record = await this.options.connection.last(this.stream);
    if (!record || (record.data as Hold).holder !== this.holder) return false;
    this.seen = { revision: Number(record.revision), since: performance.now() };
    return this.seen.revision > before ? true : undefined;
  }

  async giveBack(): Promise<void> {
    await this.write(null);
  }

  /** Whether it was written; that it was not answered is not to be told from that it was not. */
  private async write(holder: string | null): Promise<boolean> {
    const { revision } = this.seen;
    const record = jsonEvent({ type: 'lease', data: { holder } });
    const answer = await this.options.connection.writeOne(this.stream, revision, record);
    if (answer.kind !== 'recorded') return false;
    this.seen = { revision: revision + 1, since: performance.now() };
    return true;
  }
}
