import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { PartlyRecorded, StoreUnavailable, WrongExpectedVersion } from '../port.ts';

/**
 * Bounds on the server's side, in milliseconds. A process that stands still inside its transaction
 * would hold the lock on the head for ever; the server ends its session instead.
 */
const bounds = {
  statement_timeout: 30_000,
  lock_timeout: 15_000,
  idle_in_transaction_session_timeout: 5_000,
};

/** How long a broken connection is tried anew before callers are told, in milliseconds. */
const patience = 10_000;
const longestPause = 1_000;

export const clientOptions = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'tributary',
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  ...bounds,
  // A server that is gone without a word: noticed a little after it should have ended the statement itself.
  query_timeout: bounds.statement_timeout + 5_000,
});

/** Positions and versions fit a double as long as they stay below 2^53: 28 years at ten million a second. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** Its connections send what they are asked at once and in order, without waiting for the answers before. */
export const openPool = (url: string, max: number): pg.Pool => {
  const pool = new pg.Pool({ ...clientOptions(url), max, types, pipeline: true });
  // An idle connection that breaks is replaced with the next query.
  pool.on('error', () => {});
  return pool;
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

/** Classes and codes (PostgreSQL, appendix A) of what passes when it is tried again later, or elsewhere. */
const passing = /^(08|40|53|57|58|55P03|25P03|25006)/;

/** What we throw ourselves amid a transaction; anything else without a code is the driver's or the network's. */
const answers = [WrongExpectedVersion, PartlyRecorded, RangeError, TypeError];

/** Whether a failure is the engine's or the connection's, not the statement's. */
export const isPassing = (error: unknown): boolean => {
  const code = codeOf(error);
  return code === undefined ? !answers.some((answer) => error instanceof answer) : passing.test(code);
};

/** Data the server cannot read any more. */
export const isDamage = (error: unknown): boolean => codeOf(error)?.startsWith('XX') ?? false;

/**
 * Does something that may be repeated, again while the failure is one that passes.
 * @throws StoreUnavailable it did not pass in time
 */
export const whilePassing = async <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
  const end = performance.now() + patience;
  for (let pause = 20; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreUnavailable || !isPassing(error)) throw error;
      if (signal?.aborted || performance.now() > end) throw unavailable(error);
      await wait(pause);
    }
  }
};

export const unavailable = (error: unknown): StoreUnavailable =>
  new StoreUnavailable(`PostgreSQL cannot be reached: ${(error as Error).message}`, { cause: error });
