import {
  AccessDeniedError,
  AppendConsistencyViolationError,
  AppendRecordSizeExceededError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamTombstonedError,
  TimeoutError,
  TransactionMaxSizeExceededError,
  UnavailableError,
  UnknownError,
  UnsupportedError,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../port.ts';

/** Codes of gRPC. */
const invalidArgument = 3;
const permissionDenied = 7;
const unimplemented = 12;
/** Cancelled, deadline exceeded, internal, unavailable: what the client asks of itself fails under these alone. */
const passingCodes = [1, 4, 13, 14];

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;

const isOneOf = (
  error: unknown,
  kinds: readonly (abstract new (...parameters: never[]) => Error)[],
): boolean => kinds.some((kind) => error instanceof kind);

/** The server does not know the call. */
export const isUnsupported = (error: unknown): boolean =>
  error instanceof UnsupportedError || codeOf(error) === unimplemented;

/** The account may not do it, or there is none. */
export const isDenied = (error: unknown): boolean =>
  error instanceof AccessDeniedError || codeOf(error) === permissionDenied;

/** Somebody deleted a stream for ever: what was recorded in it is gone. */
const isDamage = (error: unknown): boolean => isOneOf(error, [StreamDeletedError, StreamTombstonedError]);

const tooLarge = [AppendRecordSizeExceededError, MaxAppendSizeExceededError, TransactionMaxSizeExceededError];
export const isTooLarge = (error: unknown): boolean => isOneOf(error, tooLarge);

const passing = [
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
];
const passes = (error: unknown): boolean => {
  const code = codeOf(error) ?? -1;
  if (isTooLarge(error) || [invalidArgument, permissionDenied, unimplemented].includes(code)) return false;
  return isOneOf(error, passing) || passingCodes.includes(code);
};

/** A stream for ever deleted is at this state in what a check found. */
const tombstoned = [-6n, -100n];

/** What a failed call says of what it was to write; `unknown` may be asked again. */
export const meaningOf = (cause: unknown) => {
  if (cause instanceof WrongExpectedVersionError)
    return { kind: 'conflict', streams: [cause.streamName] } as const;
  if (cause instanceof AppendConsistencyViolationError) {
    const { violations } = cause;
    const gone = violations.some(({ actualState }) => tombstoned.includes(actualState as bigint));
    return gone
      ? ({ kind: 'refused', cause, isDamage: true } as const)
      : ({ kind: 'conflict', streams: violations.map(({ streamName }) => streamName) } as const);
  }
  if (passes(cause)) return { kind: 'unknown', cause } as const;
  return { kind: 'refused', cause, isDamage: isDamage(cause) } as const;
};

/** What was recorded is not there any more. */
export class Damaged extends StoreUnavailable {
  override readonly name = 'Damaged';
}

/** The client's words name hosts, never accounts. */
export const unavailable = (error: unknown): StoreUnavailable => {
  if (isDamage(error))
    return new Damaged('Somebody deleted a stream of the event log in the server, for ever.', {
      cause: error,
    });
  return new StoreUnavailable(
    isDenied(error)
      ? 'KurrentDB refuses the account of the event store: see the user and the password in its address, and its rights.'
      : `KurrentDB cannot be reached: ${error instanceof Error ? error.message : String(error)}`,
    { cause: error },
  );
};
