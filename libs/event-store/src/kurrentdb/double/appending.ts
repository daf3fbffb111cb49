import {
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServiceError,
  type sendUnaryData,
  status as code,
} from '@grpc/grpc-js';
import type {
  AppendReq,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  AppendRecordsRequest,
  AppendRequest,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import { type Dialect, placeOf, plainDialect, recordsDialect, sessionDialect } from './append-answers.ts';
import {
  type AppendLimits,
  appendSize,
  expectedOf,
  plainTransaction,
  recordsTransaction,
  sessionTransaction,
  streamNameOf,
} from './append-requests.ts';
import { batchDialect, batchTooLarge, batchTransaction, batchesOf } from './batch-append.ts';
import type { StreamState } from './commit-check.ts';
import type { Fault } from './faults.ts';
import { type MemoryLog, NotAsExpected, type Transaction } from './memory-log.ts';
import { streams } from './protocol.ts';
import { plainRefusals, serviceError } from './refusals.ts';

export type Answer = sendUnaryData<unknown>;

/** The calls that write, and what goes wrong with them. */
export class Appending {
  readonly faults: Fault[] = [];
  private readonly late: (() => void)[] = [];

  /** @param leader where the leader is, host and port */
  constructor(
    private readonly log: MemoryLog,
    private readonly limits: AppendLimits,
    private readonly leader: () => readonly [string, number],
  ) {}

  /** Makes the appends that were held back. */
  applyLate(): void {
    for (const apply of this.late.splice(0)) apply();
  }

  readonly append = (call: ServerReadableStream<AppendReq, unknown>, answer: Answer): void =>
    gathered(call, answer, (requests) => {
      const transaction = plainTransaction(requests, this.limits);
      this.make(transaction, plainDialect, answer);
    });

  readonly batchAppend = (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const whole = batchesOf();
    const answer: Answer = (error, value) => {
      if (error) call.emit('error', error);
      else call.write(value as BatchAppendResp);
    };
    call.on('data', (request: BatchAppendReq) => {
      const batch = whole(request);
      if (!batch) return;
      refusing(answer, () => {
        const transaction = batchTransaction(batch);
        const { maxAppendSize } = this.limits;
        if (appendSize(transaction.records) > maxAppendSize)
          answer(null, batchTooLarge(batch, maxAppendSize));
        else this.make(transaction, batchDialect(batch), answer);
      });
    });
    call.on('end', () => call.end());
  };

  readonly appendSession = (call: ServerReadableStream<AppendRequest, unknown>, answer: Answer): void =>
    gathered(call, answer, (requests) => {
      const transaction = sessionTransaction(requests, this.limits);
      this.make(transaction, sessionDialect, answer);
    });

  readonly appendRecords = (call: ServerUnaryCall<AppendRecordsRequest, unknown>, answer: Answer): void =>
    refusing(answer, () => {
      const transaction = recordsTransaction(call.request, this.limits);
      this.make(transaction, recordsDialect(transaction), answer);
    });

  readonly delete = ({ request }: ServerUnaryCall<DeleteReq, unknown>, answer: Answer): void =>
    this.end(request, new streams.DeleteResp(), (state) => this.log.softDelete(state), answer);

  readonly tombstone = ({ request }: ServerUnaryCall<TombstoneReq, unknown>, answer: Answer): void =>
    this.end(request, new streams.TombstoneResp(), (state) => this.log.tombstone(state), answer);

  private make(transaction: Transaction, dialect: Dialect, answer: Answer): void {
    const fault = this.faults.shift();
    switch (fault) {
      case 'not-leader':
        throw dialect.notLeader(...this.leader());
      case 'access-denied':
        throw dialect.accessDenied();
      case 'apply-late':
        this.late.push(() => this.attempt(transaction));
        throw lost();
      case 'lose-request':
        throw lost();
      case 'lose-answer':
        this.attempt(transaction);
        throw lost();
      case 'deadline':
        this.attempt(transaction);
        throw serviceError(code.DEADLINE_EXCEEDED, 'Deadline exceeded');
      case undefined:
        this.write(transaction, dialect, answer);
        return;
      default:
        fault satisfies never;
    }
  }

  private write(transaction: Transaction, dialect: Dialect, answer: Answer): void {
    try {
      answer(null, dialect.success(this.log.write(transaction)));
    } catch (error) {
      if (!(error instanceof NotAsExpected)) throw error;
      const refusal = dialect.refusal(error);
      if ('error' in refusal) throw refusal.error;
      answer(null, refusal.value);
    }
  }

  /** Nobody hears whether it was refused. */
  private attempt(transaction: Transaction): void {
    try {
      this.log.write(transaction);
    } catch (error) {
      if (!(error instanceof NotAsExpected)) throw error;
    }
  }

  private end(
    request: DeleteReq | TombstoneReq,
    response: DeleteResp | TombstoneResp,
    end: (state: StreamState) => number,
    answer: Answer,
  ): void {
    refusing(answer, () => {
      const options = request.getOptions()!;
      const state = { stream: streamNameOf(options.getStreamIdentifier()), expected: expectedOf(options) };
      try {
        response.setPosition(placeOf(end(state)));
      } catch (error) {
        if (!(error instanceof NotAsExpected)) throw error;
        const [violation] = error.violations;
        if (violation.because === 'revision') throw plainRefusals.wrongVersion(violation);
        throw plainRefusals.deleted(state.stream);
      }
      answer(null, response);
    });
  }
}

const lost = (): ServiceError => serviceError(code.UNAVAILABLE, 'the connection was lost');

const refusing = (answer: Answer, handle: () => void): void => {
  try {
    handle();
  } catch (error) {
    answer(error as ServiceError, null);
  }
};

/** Handles the messages of a call together, once all are there. */
const gathered = <Request>(
  call: ServerReadableStream<Request, unknown>,
  answer: Answer,
  handle: (requests: readonly Request[]) => void,
): void => {
  const requests: Request[] = [];
  call.on('data', (request: Request) => requests.push(request));
  call.on('end', () => refusing(answer, () => handle(requests)));
};
