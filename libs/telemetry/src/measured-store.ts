import { type Link, type Span, type SpanContext, SpanKind } from '@opentelemetry/api';
import type { AppendResult, EventLog, EventStore, NewEvent, StreamAppend } from '@tributary/event-store';
import type { ServiceAppends } from './appended-events.ts';
import { handedOn } from './handed-on.ts';
import type { Telemetry } from './telemetry.ts';
import { formatTraceparent, isSampled, parseTraceparent } from './traceparent.ts';
import { type Tracing, endSpan } from './tracing.ts';

/** The log with every service's handle measured; all else as it was. */
export const measuredLog = <L extends EventLog>(log: L, telemetry: Telemetry): L =>
  handedOn<EventLog>(log, {
    forService: (service) => measuredStore(log.forService(service), telemetry, service),
  }) as L;

/**
 * The store with its appends counted, timed and, where tracing is on, traced.
 *
 * With tracing on, an event without a traceparent gets that of the span that is active when it is
 * appended: the HTTP request for the first event of a causation. One that has a traceparent keeps
 * it: an outside message's own, or the cause's, which consequences copy. So everything that follows
 * from one request or message belongs to one trace, and an event handled twice is recorded the same.
 * The traceparent is part of the metadata, and so of the hash chain.
 *
 * Appends reach the store in the order in which they were made: nothing is awaited before.
 */
export const measuredStore = <S extends EventStore>(store: S, telemetry: Telemetry, service: string): S => {
  const { tracing } = telemetry;
  const appends = telemetry.appended.of(service);
  const append = tracing
    ? (asked: readonly StreamAppend[]) => tracedAppend(store, tracing, appends, service, asked)
    : (asked: readonly StreamAppend[]) => timed(appends, performance.now(), store.append(asked));
  return handedOn<EventStore>(store, { append }) as S;
};

const timed = async (
  appends: ServiceAppends,
  started: number,
  append: Promise<AppendResult>,
): Promise<AppendResult> => {
  const result = await append;
  appends.seconds.record((performance.now() - started) / 1_000);
  if (!result.duplicate) appends.count(result.recorded);
  return result;
};

const tracedAppend = (
  store: EventStore,
  tracing: Tracing,
  appends: ServiceAppends,
  service: string,
  asked: readonly StreamAppend[],
): Promise<AppendResult> => {
  const { active } = tracing;
  const parent = active ?? firstTraceparent(asked);
  const span = parent && !isSampled(parent) ? undefined : startAppend(tracing, parent, service, asked);
  const marked = withTraceparent(asked, formatTraceparent(active ?? parent ?? span!.spanContext()));
  const append = () => timed(appends, performance.now(), store.append(marked));
  return span ? ending(span, append) : append();
};

/** Calls the store at once: an asynchronous function runs up to its first await. */
const ending = async (span: Span, append: () => Promise<AppendResult>): Promise<AppendResult> => {
  try {
    const result = await append();
    endSpan(span);
    return result;
  } catch (error) {
    endSpan(span, { error });
    throw error;
  }
};

/** Neither the stream nor anything of the data is told: they name orders and people. */
const startAppend = (
  tracing: Tracing,
  parent: SpanContext | undefined,
  service: string,
  asked: readonly StreamAppend[],
): Span => {
  const events = asked.flatMap((append) => append.events);
  return tracing.start(`append ${service}`, parent, {
    kind: SpanKind.PRODUCER,
    attributes: {
      'tributary.service': service,
      'tributary.event.count': events.length,
      'tributary.event.types': [...new Set(events.map(({ type }) => type))],
    },
    links: linksToOthers(events, parent),
  });
};

/** A file of thousands of messages may come from as many traces; a few links say as much. */
const maxLinks = 32;

/** An outside message keeps the trace it came with: the request that brought it points there. */
const linksToOthers = (events: readonly NewEvent[], parent: SpanContext | undefined): Link[] => {
  const told = new Set(events.flatMap(({ metadata }) => metadata.traceparent ?? []));
  return [...told]
    .slice(0, maxLinks)
    .flatMap((text) => parseTraceparent(text) ?? [])
    .filter(({ traceId }) => traceId !== parent?.traceId)
    .map((context) => ({ context }));
};

const firstTraceparent = (asked: readonly StreamAppend[]): SpanContext | undefined => {
  for (const { events } of asked) {
    for (const { metadata } of events) {
      const context = parseTraceparent(metadata.traceparent);
      if (context) return context;
    }
  }
  return undefined;
};

const withTraceparent = (asked: readonly StreamAppend[], traceparent: string): readonly StreamAppend[] => {
  // What is malformed could not be continued by anybody.
  const isMarked = ({ metadata }: NewEvent): boolean => parseTraceparent(metadata.traceparent) !== undefined;
  if (asked.every(({ events }) => events.every(isMarked))) return asked;
  return asked.map((append) => ({
    ...append,
    events: append.events.map((event) =>
      isMarked(event) ? event : { ...event, metadata: { ...event.metadata, traceparent } },
    ),
  }));
};
