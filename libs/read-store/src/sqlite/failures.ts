import { ReadStoreUnavailable } from '../port.ts';
import { away, primaryCodeOf } from './result-codes.ts';

/** What Node says of a connection that was closed. */
const closed = 'ERR_INVALID_STATE';

/** What SQLite threw, in the port's words. */
const translated = (error: unknown): unknown => {
  const { code: nodeCode } = Object(error) as { readonly code?: unknown };
  if (nodeCode === closed) return new ReadStoreUnavailable('The read store is closed.', { cause: error });
  const code = primaryCodeOf(error);
  const why = away.get(code);
  return why === undefined
    ? error
    : new ReadStoreUnavailable(`The file of the read models cannot be used: ${why} (SQLite ${code}).`, {
        cause: error,
      });
};

/**
 * Works on the file.
 * @throws ReadStoreUnavailable it cannot be used now, which is no fault of what is read or written
 */
export const onFile = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw translated(error);
  }
};
