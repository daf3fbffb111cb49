import type { ServiceError } from '@grpc/grpc-js';
import type { CheckedTransaction } from './append-requests.ts';
import { noStream, streamExists, whatever } from './commit-check.ts';
import type { NotAsExpected, Violation, Written } from './memory-log.ts';
import { appends, shared, streams } from './protocol.ts';
import { detailedRefusals, plainRefusals } from './refusals.ts';

/** How a version of the protocol answers an append. */
export interface Dialect {
  success(written: Written): unknown;
  /** A refusal is an error, or in the first version a message of its own. */
  refusal(refused: NotAsExpected): { readonly error: ServiceError } | { readonly value: unknown };
  notLeader(host: string, port: number): ServiceError;
  accessDenied(): ServiceError;
}

/** `Append` of the first version. */
export const plainDialect: Dialect = {
  ...plainRefusals,
  success: ({ position, revisions }) => {
    const success = new streams.AppendResp.Success();
    const revision = revisions[0]!.revision;
    if (revision < 0) success.setNoStream(new shared.Empty());
    else success.setCurrentRevision(String(revision));
    success.setPosition(placeOf(position));
    const response = new streams.AppendResp();
    response.setSuccess(success);
    return response;
  },
  refusal: ({ violations: [violation] }) =>
    violation.because === 'revision'
      ? { value: plainConflict(violation) }
      : { error: plainRefusals.deleted(violation.stream) },
};

/** A position in the messages of the first version. */
export const placeOf = (position: number): InstanceType<typeof streams.AppendResp.Position> => {
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  return place;
};

const plainConflict = ({ expected, current }: Violation): unknown => {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected >= 0) wrong.setExpectedRevision(String(expected));
  else if (expected === noStream) wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === streamExists) wrong.setExpectedStreamExists(new shared.Empty());
  else if (expected === whatever) wrong.setExpectedAny(new shared.Empty());
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
};

/** `AppendSession` of 25.1, which tells of the first stream that is not as expected. */
export const sessionDialect: Dialect = {
  ...detailedRefusals,
  success: ({ position, revisions }) => {
    const response = new appends.AppendSessionResponse();
    response.setPosition(String(position));
    for (const { stream, revision } of revisions) {
      const output = new appends.AppendResponse();
      output.setStream(stream);
      output.setStreamRevision(String(revision));
      response.addOutput(output);
    }
    return response;
  },
  refusal: ({ violations: [violation] }) => ({
    error:
      violation.because === 'revision'
        ? detailedRefusals.conflict(violation)
        : detailedRefusals.tombstoned(violation.stream),
  }),
};

/** `AppendRecords` of 26.1, which tells of all streams that are not as expected. */
export const recordsDialect = ({ checks }: CheckedTransaction): Dialect => ({
  ...detailedRefusals,
  success: ({ position, revisions }) => {
    const response = new appends.AppendRecordsResponse();
    response.setPosition(String(position));
    for (const { stream, revision } of revisions) {
      const written = new appends.StreamRevision();
      written.setStream(stream);
      written.setRevision(String(revision));
      response.addRevisions(written);
    }
    return response;
  },
  refusal: ({ violations, message }) => ({
    error: detailedRefusals.inconsistent(
      violations.map((violation) => ({ ...violation, check: checks.get(violation.stream) ?? 0 })),
      message,
    ),
  }),
});
