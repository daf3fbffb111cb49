import type { ClientSession, MongoClient, TransactionOptions } from 'mongodb';
import { ReadStoreUnavailable } from '../port.ts';
import { isDuplicateKey } from './failures.ts';

/** After so many milliseconds a transaction is begun no more; the driver would go on for two minutes. */
const LAST_BEGIN = 20_000;

/** Reads see what a majority has, so that what a batch is folded from is never rolled back. */
const TRANSACTION: TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
};

const MOST_TRIES = 5;

/**
 * The driver repeats it while it meets other writes; an id that another process just inserted is met so too.
 * @throws ReadStoreUnavailable it went on meeting them
 */
export const inTransaction = async <T>(
  client: MongoClient,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> => {
  const began = performance.now();
  const begin = (session: ClientSession): Promise<T> => {
    if (performance.now() - began < LAST_BEGIN) return work(session);
    throw new ReadStoreUnavailable('MongoDB did not take a batch in time.');
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
