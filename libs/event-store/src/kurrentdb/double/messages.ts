import { Metadata, type ServiceError, status as code } from '@grpc/grpc-js';
import type {
  AppendReq,
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { AppendRequest } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import type { ProposedRecord, RevisionConflict, StoredRecord, StreamWrite } from './memory-log.ts';
import { Any, sessionErrors, shared, status, streams } from './protocol.ts';

const ticksPerMillisecond = 10_000n;

const identifierOf = (stream: string) => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8').toString('base64'));
  return identifier;
};

/** A record as a read or a subscription gives it. */
export const eventMessage = (record: StoredRecord): ReadResp => {
  const id = new shared.UUID();
  id.setString(record.id);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(record.stream));
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(String(record.position));
  recorded.setPreparePosition(String(record.position));
  recorded.setData(record.data);
  recorded.setCustomMetadata(record.metadata);
  const metadata = recorded.getMetadataMap();
  metadata.set('type', record.type);
  metadata.set('created', String(BigInt(record.created) * ticksPerMillisecond));
  metadata.set('content-type', record.json ? 'application/json' : 'application/octet-stream');
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(record.position));
  const response = new streams.ReadResp();
  response.setEvent(event);
  return response;
};

export const confirmationMessage = (id: string): ReadResp => {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  const response = new streams.ReadResp();
  response.setConfirmation(confirmation);
  return response;
};

export const notFoundMessage = (stream: string): ReadResp => {
  const notFound = new streams.ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(identifierOf(stream));
  const response = new streams.ReadResp();
  response.setStreamNotFound(notFound);
  return response;
};

/** What a read asks for. */
export interface ReadQuestion {
  /** Undefined for `$all`. */
  readonly stream: string | undefined;
  readonly backwards: boolean;
  /** Undefined for a subscription. */
  readonly count: number | undefined;
  /** A revision, or of `$all` a position. */
  readonly from: number | 'start' | 'end';
  readonly wants: (record: StoredRecord) => boolean;
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const filterOf = (options: ReadReq.Options): ReadQuestion['wants'] => {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType()!;
  const prefixes = expression.getPrefixList();
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex(), 'u');
  return (record) => {
    const name = onStream ? record.stream : record.type;
    return regex ? regex.test(name) : prefixes.some((prefix) => name.startsWith(prefix));
  };
};

export const questionOf = (request: ReadReq): ReadQuestion => {
  const options = request.getOptions()!;
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const count = options.hasSubscription() ? undefined : Number(options.getCount());
  const rest = { backwards, count, wants: filterOf(options) };
  const stream = options.getStream();
  if (stream) {
    const name = textOf(stream.getStreamIdentifier()!.getStreamName_asU8());
    const from = stream.hasStart() ? 'start' : stream.hasEnd() ? 'end' : Number(stream.getRevision());
    return { stream: name, from, ...rest };
  }
  const all = options.getAll()!;
  const from = all.hasStart()
    ? 'start'
    : all.hasEnd()
      ? 'end'
      : Number(all.getPosition()!.getCommitPosition());
  return { stream: undefined, from, ...rest };
};

const expectedOf = (options: AppendReq.Options): number =>
  options.hasRevision()
    ? Number(options.getRevision())
    : options.hasNoStream()
      ? -1
      : options.hasAny()
        ? -2
        : -4;

/** The write that the messages of a plain append make. */
export const writeOf = (requests: readonly AppendReq[]): StreamWrite => {
  const options = requests[0]!.getOptions()!;
  const records = requests.slice(1).map((request): ProposedRecord => {
    const message = request.getProposedMessage()!;
    const metadata = message.getMetadataMap();
    return {
      id: message.getId()!.getString(),
      type: metadata.get('type')!,
      json: metadata.get('content-type') === 'application/json',
      data: message.getData_asU8(),
      metadata: message.getCustomMetadata_asU8(),
    };
  });
  const stream = textOf(options.getStreamIdentifier()!.getStreamName_asU8());
  return { stream, expected: expectedOf(options), records };
};

const jsonFormat = 1;

/** The write of one stream of a session; its properties become the JSON metadata that readers see. */
export const sessionWriteOf = (request: AppendRequest): StreamWrite => {
  const records = request.getRecordsList().map((record): ProposedRecord => {
    const properties: Record<string, string> = {};
    record.getPropertiesMap().forEach((value, key) => {
      properties[key] = value.getStringValue();
    });
    return {
      id: record.getRecordId()!,
      type: record.getSchema()!.getName(),
      json: Number(record.getSchema()!.getFormat()) === jsonFormat,
      data: record.getData_asU8(),
      metadata: Buffer.from(JSON.stringify(properties), 'utf8'),
    };
  });
  return { stream: request.getStream(), expected: Number(request.getExpectedRevision() ?? -2), records };
};

export const serviceError = (status: code, details: string, metadata = new Metadata()): ServiceError =>
  Object.assign(new Error(details), { code: status, details, metadata });

/** How a session tells which stream was not as expected. */
export const conflictError = ({ stream, expected, actual, message }: RevisionConflict): ServiceError => {
  const details = new sessionErrors.StreamRevisionConflictErrorDetails();
  details.setStream(stream);
  details.setExpectedRevision(String(expected));
  details.setActualRevision(String(actual));
  const packed = new Any();
  const name = 'kurrentdb.protocol.v2.streams.errors.StreamRevisionConflictErrorDetails';
  packed.pack(details.serializeBinary(), name, 'type.googleapis.com/');
  const rich = new status.Status();
  rich.setDetails(packed);
  const metadata = new Metadata();
  metadata.set('grpc-status-details-bin', Buffer.from(rich.serializeBinary()));
  return serviceError(code.FAILED_PRECONDITION, message, metadata);
};
