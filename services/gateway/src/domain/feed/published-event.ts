import {
  type PublishedEvent,
  type Service,
  currentTypeOf,
  partitionKeyOf,
  upcast,
} from '@tributary/contracts';

type Envelope = Omit<PublishedEvent, 'data'>;

/** An event as a log holds it. */
export interface LoggedEvent {
  readonly position: number;
  /** `<service>/<stream>`. */
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly recordedTime: string;
  readonly data: unknown;
  /** The data as JSON, where it is at hand. */
  readonly dataJson?: string;
  readonly metadata: {
    readonly source: string;
    readonly correlationId?: string;
    readonly origin?: string;
    readonly causationId?: string;
    readonly actor?: string;
    readonly submittedBy?: string;
    readonly traceparent?: string;
    readonly businessDate?: string;
    readonly zone?: string;
    readonly imported?: boolean;
    readonly key?: string;
  };
}

/** A recorded event as it is told to others: a CloudEvent in its current version. */
export const publishedEvent = (event: LoggedEvent): PublishedEvent => {
  const { data } = upcast({ type: event.type, data: event.data });
  return { ...envelopeOf(event), data };
};

/** The same as JSON; data that is in its current version is not parsed for it. */
export const publishedJson = (event: LoggedEvent): string => {
  const isCurrent = currentTypeOf(event.type) === event.type;
  return event.dataJson !== undefined && isCurrent
    ? `${JSON.stringify(envelopeOf(event)).slice(0, -1)},"data":${event.dataJson}}`
    : JSON.stringify(publishedEvent(event));
};

/** All but the data, in the current version. */
export const envelopeOf = (event: LoggedEvent): Envelope => {
  const slash = event.stream.indexOf('/');
  const stream = event.stream.slice(slash + 1);
  const { key, source, correlationId, causationId, origin, actor, submittedBy, traceparent, ...rest } =
    event.metadata;
  return {
    specversion: '1.0',
    id: event.id,
    source,
    type: currentTypeOf(event.type),
    subject: stream,
    time: event.time,
    datacontenttype: 'application/json',
    sequence: String(event.version),
    recordedtime: event.recordedTime,
    service: event.stream.slice(0, slash) as Service,
    partitionkey: partitionKeyOf(stream, key),
    ...(correlationId !== undefined && { correlationid: correlationId }),
    ...(causationId !== undefined && { causationid: causationId }),
    ...(origin !== undefined && { origin }),
    ...(actor !== undefined && { actor }),
    ...(submittedBy !== undefined && { submittedby: submittedBy }),
    ...(traceparent !== undefined && { traceparent }),
    ...(rest.businessDate !== undefined && { businessdate: rest.businessDate }),
    ...(rest.zone !== undefined && { zone: rest.zone }),
    ...(rest.imported === true && { imported: true }),
  };
};
