import type { ClientSession, MongoClient, TransactionOptions } from 'mongodb';
import { ReadStoreUnavailable } from '../port.ts';
import { isDuplicateKey } from './failures.ts';
import type { Sessions } from './sessions.ts';

/** After so many milliseconds a transaction is begun no more; the driver would go on for two minutes. */
const LAST_BEGIN = 20_000;

/** Reads see what a majority has, so that what a batch is folded from is never rolled back. */
const TRANSACTION: TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
};

const MOST_TRIES = 5;

/** After so many milliseconds of meeting other writes they are held to be of a process that was killed. */
const ABANDONED_AFTER = 500;

/**
 * The driver repeats it while it meets other writes; an id that another process just inserted is met so too.
 * @throws ReadStoreUnavailable it went on meeting them
 */
export const inTransaction = async <T>(
  client: MongoClient,
  sessions: Sessions,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> => {
  const began = performance.now();
  const begin = async (session: ClientSession): Promise<T> => {
    const passed = performance.now() - began;
    if (passed > LAST_BEGIN) throw new ReadStoreUnavailable('MongoDB did not take a batch in time.');
    if (passed > ABANDONED_AFTER) await sessions.endAbandoned();
    await sessions.note(session);
    return work(session);
  };
  for (let tries = 1; ; tries += 1) {
    try {
      return await client.withSession((session) =>
        session.withTransaction(() => begin(session), TRANSACTION),
      );
    } catch (error) {
      if (!isDuplicateKey(error) || tries >= MOST_TRIES) throw error;
    }
  }
};
