import { Metadata, type ServiceError, status as code } from '@grpc/grpc-js';
import type { Violation } from './memory-log.ts';
import { Any, appendErrors, serverErrors, status } from './protocol.ts';

/** An error as gRPC carries it. */
export const serviceError = (
  status: code,
  details: string,
  metadata: Readonly<Record<string, string>> = {},
): ServiceError => {
  const trailers = new Metadata();
  for (const [key, value] of Object.entries(metadata)) trailers.set(key, value);
  return Object.assign(new Error(details), { code: status, details, metadata: trailers });
};

interface Message {
  serializeBinary(): Uint8Array;
}

/** An error whose details are a message: how the second version of the protocol says what was wrong. */
const detailedError = (status: code, text: string, name: string, details: Message): ServiceError => {
  const error = serviceError(status, text);
  error.metadata.set('grpc-status-details-bin', richStatus(name, details));
  return error;
};

const richStatus = (name: string, details: Message): Buffer => {
  const rich = new status.Status();
  rich.setDetails(packed(name, details));
  return Buffer.from(rich.serializeBinary());
};

/** A message with the name of its type. */
export const packed = (name: string, details: Message): InstanceType<typeof Any> => {
  const any = new Any();
  any.pack(details.serializeBinary(), name, 'type.googleapis.com/');
  return any;
};

const appendErrorName = (name: string): string => `kurrentdb.protocol.v2.streams.errors.${name}`;

export const invalidArgument = (text: string): ServiceError => serviceError(code.INVALID_ARGUMENT, text);

export const unauthenticated = (): ServiceError =>
  serviceError(code.UNAUTHENTICATED, 'the request carries no valid credentials');

/** What the first version of the protocol answers; it names an exception in the trailers. */
export const plainRefusals = {
  deleted: (stream: string): ServiceError =>
    serviceError(code.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  wrongVersion: ({ stream, expected, current }: Violation): ServiceError =>
    serviceError(code.FAILED_PRECONDITION, `${stream} is at ${current}, not ${expected}`, {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      ...(current >= 0 && { 'actual-version': String(current) }),
    }),
  tooLarge: (maximum: number): ServiceError =>
    serviceError(code.INVALID_ARGUMENT, `Maximum Append Size of ${maximum} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(maximum),
    }),
  notLeader: (host: string, port: number): ServiceError =>
    serviceError(code.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  accessDenied: (): ServiceError =>
    serviceError(code.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
};

/** What the second version of the protocol answers; its details are messages. */
export const detailedRefusals = {
  conflict: ({ stream, expected, current }: Violation): ServiceError => {
    const details = new appendErrors.StreamRevisionConflictErrorDetails();
    details.setStream(stream);
    details.setExpectedRevision(String(expected));
    details.setActualRevision(String(current));
    const text = `${stream} is at ${current}, not ${expected}`;
    const name = appendErrorName('StreamRevisionConflictErrorDetails');
    return detailedError(code.FAILED_PRECONDITION, text, name, details);
  },
  tombstoned: (stream: string): ServiceError => {
    const details = new appendErrors.StreamTombstonedErrorDetails();
    details.setStream(stream);
    const name = appendErrorName('StreamTombstonedErrorDetails');
    return detailedError(code.FAILED_PRECONDITION, `${stream} has been tombstoned`, name, details);
  },
  /** Names each stream that is not as expected, with the index of its check; 0 for one that has none. */
  inconsistent: (
    violations: readonly (Violation & { readonly check: number })[],
    text: string,
  ): ServiceError => {
    const details = new appendErrors.AppendConsistencyViolationErrorDetails();
    for (const violation of violations) {
      const state = new appendErrors.ConsistencyViolation.StreamStateViolation();
      state.setStream(violation.stream);
      state.setExpectedState(String(violation.expected));
      state.setActualState(String(actualState(violation)));
      const entry = new appendErrors.ConsistencyViolation();
      entry.setCheckIndex(violation.check);
      entry.setStreamState(state);
      details.addViolations(entry);
    }
    const name = appendErrorName('AppendConsistencyViolationErrorDetails');
    return detailedError(code.FAILED_PRECONDITION, text, name, details);
  },
  transactionTooLarge: (size: number, maximum: number): ServiceError => {
    const details = new appendErrors.AppendTransactionSizeExceededErrorDetails();
    details.setSize(size);
    details.setMaxSize(maximum);
    const text = `The transaction has ${size} bytes, of ${maximum} at most`;
    const name = appendErrorName('AppendTransactionSizeExceededErrorDetails');
    return detailedError(code.ABORTED, text, name, details);
  },
  recordTooLarge: (stream: string, id: string, size: number, maximum: number): ServiceError => {
    const details = new appendErrors.AppendRecordSizeExceededErrorDetails();
    details.setStream(stream);
    details.setRecordId(id);
    details.setSize(size);
    details.setMaxSize(maximum);
    const text = `Record ${id} has ${size} bytes, of ${maximum} at most`;
    const name = appendErrorName('AppendRecordSizeExceededErrorDetails');
    return detailedError(code.INVALID_ARGUMENT, text, name, details);
  },
  notLeader: (host: string, port: number): ServiceError => {
    const leader = new serverErrors.NotLeaderNodeErrorDetails.NodeInfo();
    leader.setHost(host);
    leader.setPort(port);
    const details = new serverErrors.NotLeaderNodeErrorDetails();
    details.setCurrentLeader(leader);
    const text = `The server is not the leader node, which is ${host}:${port}`;
    return detailedError(code.FAILED_PRECONDITION, text, 'kurrent.rpc.NotLeaderNodeErrorDetails', details);
  },
  accessDenied: (): ServiceError => {
    const details = new serverErrors.AccessDeniedErrorDetails();
    details.setOperation('streams:write');
    return detailedError(
      code.PERMISSION_DENIED,
      'Access denied',
      'kurrent.rpc.AccessDeniedErrorDetails',
      details,
    );
  },
};

/** -10 and -100 stand for a deleted and a tombstoned stream. */
const actualState = ({ because, softDeleted, current }: Violation): number =>
  because === 'tombstoned' ? -100 : softDeleted ? -10 : current;
