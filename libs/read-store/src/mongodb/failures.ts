import { MongoError, MongoInvalidArgumentError, MongoServerError } from 'mongodb';
import { ReadStoreUnavailable } from '../port.ts';

/** The server answered, and will answer otherwise later: fail-over, time limits, races, a full disk, an expired login. */
const passing: ReadonlySet<number> = new Set([
  6, 7, 13, 18, 43, 50, 64, 89, 91, 112, 175, 189, 202, 237, 246, 251, 262, 290, 317, 358, 365, 366, 384, 391,
  9001, 10058, 10107, 11000, 11600, 11602, 13388, 13435, 13436, 14031,
]); // prettier-ignore

const labels = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];

export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === 11000;

const answered = (error: MongoError): error is MongoServerError => error instanceof MongoServerError;

/** What the driver itself refuses, as a document beyond 16 MB, it will refuse again. */
const isPassing = (error: MongoError): boolean =>
  answered(error)
    ? passing.has(Number(error.code)) || labels.some((label) => error.hasErrorLabel(label))
    : !(error instanceof MongoInvalidArgumentError);

/**
 * What the driver threw, in the port's words. The driver's own text may quote documents, so only the
 * kind of failure and its number are handed on.
 */
const translated = (error: unknown): unknown => {
  if (!(error instanceof MongoError)) return error;
  const kind = answered(error) ? `${error.codeName ?? error.name} (${error.code ?? '?'})` : error.name;
  return isPassing(error)
    ? new ReadStoreUnavailable(`MongoDB is not available: ${kind}.`)
    : new Error(`MongoDB refuses: ${kind}.`);
};

/**
 * Runs work on the server.
 * @throws ReadStoreUnavailable when the server is away, fails over or is over its time
 */
export const onServer = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw translated(error);
  }
};
