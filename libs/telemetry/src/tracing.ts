import {
  type Attributes,
  type Context,
  type Link,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { Resource } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

interface SpanOptions {
  readonly kind: SpanKind;
  readonly attributes?: Attributes;
  readonly links?: readonly Link[];
}

/**
 * Spans, and which of them the running code belongs to. The provider and the context are this
 * object's own and registered nowhere, so that several live in one process.
 */
export class Tracing {
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;
  private readonly contexts = new AsyncLocalStorageContextManager().enable();

  /** @param ratio share of new traces that are kept, 0 to 1; what comes with a traceparent keeps its decision */
  constructor(resource: Resource, processors: readonly SpanProcessor[], ratio: number) {
    this.provider = new TracerProvider({
      resource,
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
      spanProcessors: [...processors],
    });
    this.tracer = this.provider.getTracer('tributary');
  }

  /** The span the running code belongs to. */
  get active(): SpanContext | undefined {
    return trace.getSpanContext(this.contexts.active());
  }

  /** @param parent the span it belongs to; undefined begins a trace */
  start(name: string, parent: SpanContext | undefined, options: SpanOptions): Span {
    const { links, ...rest } = options;
    return this.tracer.startSpan(name, { ...rest, ...(links && { links: [...links] }) }, contextOf(parent));
  }

  /** Runs work, and what it leads to, inside a span. */
  within<T>(span: Span, work: () => T): T {
    return this.contexts.with(trace.setSpan(ROOT_CONTEXT, span), work);
  }

  /** Runs work as belonging to a span that is not ours or not kept. */
  under<T>(parent: SpanContext, work: () => T): T {
    return this.contexts.with(contextOf(parent), work);
  }

  shutdown(): Promise<void> {
    return this.provider.shutdown();
  }
}

const contextOf = (parent: SpanContext | undefined): Context =>
  parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;

/** Ends a span. Of an error only its kind is told: its message may hold what a customer wrote. */
export const endSpan = (span: Span, failure?: { readonly error: unknown }): void => {
  if (failure) {
    span.setAttribute('error.type', kindOf(failure.error));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
};

const kindOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
};

/** Milliseconds after which a collector that does not answer is given up on. */
const exportTimeout = 5_000;

/**
 * Spans in batches to a collector by OTLP over HTTP.
 * @param endpoint base address of the collector, e.g. `http://collector:4318`
 * @param lost told how many spans the collector did not take
 */
export const spansToCollector = (endpoint: string, lost: (spans: number) => void): SpanProcessor => {
  const url = /\/v1\/traces\/?$/.test(endpoint) ? endpoint : `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const collector = new OTLPTraceExporter({ url, timeoutMillis: exportTimeout });
  const exporter: SpanExporter = {
    export: (spans, done) =>
      collector.export(spans, (result) => {
        if (result.code !== 0) lost(spans.length);
        done(result);
      }),
    shutdown: () => collector.shutdown(),
  };
  return new BatchSpanProcessor({ exporter, exportTimeoutMillis: exportTimeout });
};
