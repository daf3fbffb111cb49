import type { StreamIdentifier } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type {
  AppendReq,
  BatchAppendReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  AppendRecord,
  AppendRecordsRequest,
  AppendRequest,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import { type ExpectedRevision, type StreamState, noStream, streamExists, whatever } from './commit-check.ts';
import type { ProposedRecord, Transaction } from './memory-log.ts';
import { appends } from './protocol.ts';
import { detailedRefusals, invalidArgument, plainRefusals } from './refusals.ts';

/** What an append may hold, in bytes. */
export interface AppendLimits {
  readonly maxAppendSize: number;
  readonly maxRecordSize: number;
}

/** The name in a stream identifier. */
export const streamNameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier!.getStreamName_asU8()).toString('utf8');

interface Expectation {
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasAny(): boolean;
}

/** What the options of an append, a deletion or a tombstone expect of the stream. */
export const expectedOf = (options: Expectation): ExpectedRevision => {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return noStream;
  return options.hasAny() ? whatever : streamExists;
};

/** What one message of the first version proposes, alone or in a batch. */
export const plainRecord = (
  message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage,
  stream: string,
): ProposedRecord => {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()!.getString(),
    stream,
    type: metadata.get('type')!,
    json: metadata.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

/**
 * What the messages of an append of the first version write.
 * @throws ServiceError where it is too large
 */
export const plainTransaction = (requests: readonly AppendReq[], limits: AppendLimits): Transaction => {
  const options = requests[0]!.getOptions()!;
  const stream = streamNameOf(options.getStreamIdentifier());
  const records = requests.slice(1).map((request) => plainRecord(request.getProposedMessage()!, stream));
  if (appendSize(records) > limits.maxAppendSize) throw plainRefusals.tooLarge(limits.maxAppendSize);
  return { streams: [{ stream, expected: expectedOf(options) }], records };
};

/**
 * What the messages of an append session write, each of them one stream.
 * @throws ServiceError where a stream comes twice, a record has a wrong type, or it is too large
 */
export const sessionTransaction = (requests: readonly AppendRequest[], limits: AppendLimits): Transaction => {
  if (requests.length === 0) throw invalidArgument('A session names at least one stream');
  const streams: StreamState[] = [];
  const records: ProposedRecord[] = [];
  const seen = new Set<string>();
  for (const request of requests) {
    const stream = request.getStream();
    if (seen.has(stream.toLowerCase())) throw invalidArgument(`${stream} is named twice in this session`);
    if (request.getRecordsList().length === 0) throw invalidArgument(`${stream} is given no records`);
    seen.add(stream.toLowerCase());
    streams.push({ stream, expected: Number(request.getExpectedRevision() ?? whatever) });
    for (const record of request.getRecordsList()) records.push(proposed(record, stream));
  }
  return within(limits, { streams, records });
};

/** A transaction of `appendRecords`, with the index of the check of each stream that has one. */
export interface CheckedTransaction extends Transaction {
  readonly checks: ReadonlyMap<string, number>;
}

/**
 * What a flat list of records writes and checks. As in the server a name that differs from one
 * before only in case is taken for that one.
 * @throws ServiceError where there are no records, one has a wrong type, or it is too large
 */
export const recordsTransaction = (
  request: AppendRecordsRequest,
  limits: AppendLimits,
): CheckedTransaction => {
  if (request.getRecordsList().length === 0) throw invalidArgument('There are no records to append');
  const expected = new Map<string, ExpectedRevision>();
  const names = new Map<string, string>();
  const named = (stream: string): string => {
    const key = stream.toLowerCase();
    if (!names.has(key)) names.set(key, stream);
    return names.get(key)!;
  };
  const records = request.getRecordsList().map((record) => proposed(record, named(record.getStream())));
  for (const { stream } of records) expected.set(stream, whatever);
  const checks = new Map<string, number>();
  for (const [index, check] of request.getChecksList().entries()) {
    const state = check.getStreamState();
    if (!state) throw invalidArgument(`Check ${index} is of no known kind`);
    expected.set(named(state.getStream()), Number(state.getExpectedState()));
    checks.set(named(state.getStream()), index);
  }
  const streams = [...expected].map(([stream, revision]) => ({ stream, expected: revision }));
  return { ...within(limits, { streams, records }), checks };
};

const typeName = /^[a-zA-Z0-9_.$:-]+$/;
const formats = Object.entries(appends.SchemaFormat) as [string, number][];

/** `SCHEMA_FORMAT_JSON` is `Json` in what readers see. */
const formatName = (format: number): string => {
  const name = formats.find(([, value]) => value === format)?.[0].replace('SCHEMA_FORMAT_', '') ?? '';
  return name.charAt(0) + name.slice(1).toLowerCase();
};

/** Its properties become the JSON metadata that readers see, with what the server adds to them. */
const proposed = (record: AppendRecord, stream: string): ProposedRecord => {
  const schema = record.getSchema();
  const type = schema?.getName() ?? '';
  if (stream === '') throw invalidArgument('A stream has a name');
  if (!typeName.test(type)) throw invalidArgument(`'${type}' is no name of a schema`);
  const format = Number(schema!.getFormat());
  const properties: Record<string, string> = {};
  record.getPropertiesMap().forEach((value, key) => {
    properties[key] = value.getStringValue();
  });
  const seen = { ...properties, '$schema.name': type, '$schema.format': formatName(format) };
  return {
    id: record.getRecordId() ?? crypto.randomUUID(),
    stream,
    type,
    json: format === Number(appends.SchemaFormat.SCHEMA_FORMAT_JSON),
    data: record.getData_asU8(),
    metadata: Buffer.from(JSON.stringify(seen), 'utf8'),
  };
};

/** About what the server counts: data, properties and the name of the type. */
const sizeOf = ({ data, metadata, type }: ProposedRecord): number =>
  data.length + metadata.length + type.length;

/** What records count together, in bytes. */
export const appendSize = (records: readonly ProposedRecord[]): number =>
  records.reduce((sum, record) => sum + sizeOf(record), 0);

const within = (limits: AppendLimits, transaction: Transaction): Transaction => {
  let total = 0;
  for (const record of transaction.records) {
    const size = sizeOf(record);
    if (size > limits.maxRecordSize) {
      throw detailedRefusals.recordTooLarge(record.stream, record.id, size, limits.maxRecordSize);
    }
    total += size;
    if (total > limits.maxAppendSize) throw detailedRefusals.transactionTooLarge(total, limits.maxAppendSize);
  }
  return transaction;
};
