import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Dialect } from './append-answers.ts';
import { plainRecord, streamNameOf } from './append-requests.ts';
import { noStream, streamExists, whatever } from './commit-check.ts';
import type { Transaction, Violation } from './memory-log.ts';
import { shared, status, streams } from './protocol.ts';
import { packed, plainRefusals } from './refusals.ts';

/** The messages of one append among those of a stream of batches: the first has its options. */
export type Batch = readonly BatchAppendReq[];

/** Puts the messages together by their correlation; gives a batch with its last one. */
export const batchesOf = (): ((request: BatchAppendReq) => Batch | undefined) => {
  const open = new Map<string, BatchAppendReq[]>();
  return (request) => {
    const correlation = request.getCorrelationId()!.getString();
    const batch = [...(open.get(correlation) ?? []), request];
    open.set(correlation, batch);
    if (!request.getIsFinal()) return undefined;
    open.delete(correlation);
    return batch;
  };
};

/** What a batch writes. */
export const batchTransaction = (batch: Batch): Transaction => {
  const options = batch[0]!.getOptions()!;
  const stream = streamNameOf(options.getStreamIdentifier());
  const records = batch
    .flatMap((request) => request.getProposedMessagesList())
    .map((message) => plainRecord(message, stream));
  return { streams: [{ stream, expected: expectedOf(options) }], records };
};

const expectedOf = (options: BatchAppendReq.Options): number => {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return noStream;
  return options.hasAny() ? whatever : streamExists;
};

const answerTo = (batch: Batch): BatchAppendResp => {
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(batch[0]!.getCorrelationId());
  response.setStreamIdentifier(batch[0]!.getOptions()!.getStreamIdentifier());
  return response;
};

const refusalOf = (
  batch: Batch,
  name: string,
  details: { serializeBinary(): Uint8Array },
): BatchAppendResp => {
  const error = new status.Status();
  error.setMessage(name);
  error.setDetails(packed(`event_store.client.${name}`, details));
  const response = answerTo(batch);
  response.setError(error);
  return response;
};

/** The answer to a batch that is larger than so many bytes. */
export const batchTooLarge = (batch: Batch, maximum: number): BatchAppendResp => {
  const details = new shared.MaximumAppendSizeExceeded();
  details.setMaxappendsize(maximum);
  return refusalOf(batch, 'MaximumAppendSizeExceeded', details);
};

const wrongVersion = ({ expected, current }: Violation): InstanceType<typeof shared.WrongExpectedVersion> => {
  const wrong = new shared.WrongExpectedVersion();
  if (current >= 0) wrong.setCurrentStreamRevision(String(current));
  else wrong.setCurrentNoStream(new shared.Empty());
  if (expected >= 0) wrong.setExpectedStreamPosition(String(expected));
  else if (expected === noStream) wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === streamExists) wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedAny(new shared.Empty());
  return wrong;
};

/** `BatchAppend` of the first version, by which the client writes one stream; its refusals leave the stream of batches open. */
export const batchDialect = (batch: Batch): Dialect => ({
  ...plainRefusals,
  success: ({ position, revisions }) => {
    const place = new shared.AllStreamPosition();
    place.setCommitPosition(String(position));
    place.setPreparePosition(String(position));
    const success = new streams.BatchAppendResp.Success();
    success.setCurrentRevision(String(revisions[0]!.revision));
    success.setPosition(place);
    const response = answerTo(batch);
    response.setSuccess(success);
    return response;
  },
  refusal: ({ violations: [violation] }) => ({
    value:
      violation.because === 'revision'
        ? refusalOf(batch, 'WrongExpectedVersion', wrongVersion(violation))
        : refusalOf(batch, 'StreamDeleted', new shared.StreamDeleted()),
  }),
});
