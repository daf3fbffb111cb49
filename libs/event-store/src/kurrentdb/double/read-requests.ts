import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { streamNameOf } from './append-requests.ts';
import type { StoredRecord } from './memory-log.ts';
import { streams } from './protocol.ts';

/** What a read or a subscription asks for. */
export interface Question {
  /** Undefined for `$all`. */
  readonly stream: string | undefined;
  readonly backwards: boolean;
  /** Undefined for a subscription. */
  readonly count: number | undefined;
  /** A revision, or of `$all` a position. */
  readonly from: number | 'start' | 'end';
  readonly wants: (record: StoredRecord) => boolean;
  /** A filtered subscription tells its place each time it has gone over so many records. */
  readonly checkpointEvery: number | undefined;
}

/** As the server does where the client names no window. */
const defaultSearchWindow = 32;

/** What a request asks for. */
export const questionOf = (request: ReadReq): Question => {
  const options = request.getOptions()!;
  const filter = options.getFilter();
  const window = filter?.hasMax() ? filter.getMax() : defaultSearchWindow;
  return {
    stream: options.hasStream() ? streamNameOf(options.getStream()!.getStreamIdentifier()) : undefined,
    from: startOf(options),
    backwards: options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS,
    count: options.hasSubscription() ? undefined : Number(options.getCount()),
    wants: filter ? wantedBy(filter) : () => true,
    checkpointEvery: filter && window * filter.getCheckpointintervalmultiplier(),
  };
};

const startOf = (options: ReadReq.Options): Question['from'] => {
  const place = options.getStream() ?? options.getAll()!;
  if (place.hasStart()) return 'start';
  if (place.hasEnd()) return 'end';
  return Number('getRevision' in place ? place.getRevision() : place.getPosition()!.getCommitPosition());
};

const wantedBy = (filter: ReadReq.Options.FilterOptions): Question['wants'] => {
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType()!;
  const prefixes = expression.getPrefixList();
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex(), 'u');
  return (record) => {
    const name = onStream ? record.stream : record.type;
    return regex ? regex.test(name) : prefixes.some((prefix) => name.startsWith(prefix));
  };
};
