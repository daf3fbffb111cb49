import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { AppendedEvents } from './appended-events.ts';
import { Consumers } from './consumers.ts';
import { Metrics, type Reading } from './metrics.ts';
import { measureProcess } from './process-metrics.ts';
import { formatTraceparent } from './traceparent.ts';
import { Tracing, spansToCollector } from './tracing.ts';

export interface TelemetryOptions {
  /** What runs in this process, e.g. `order` or `platform`. */
  readonly service: string;
  /** Tells replicas apart. */
  readonly instance: string;
  readonly version: string;
  /** Base address of an OpenTelemetry collector (OTLP over HTTP). Absent: no tracing, metrics only. */
  readonly otlpEndpoint?: string;
  /** Share of new traces that are kept, 0 to 1; the variable OTEL_TRACES_SAMPLER_ARG unless given, 1 unless set. */
  readonly sampleRatio?: number;
  /** Who else gets the spans; turns tracing on without a collector. */
  readonly spanProcessors?: readonly SpanProcessor[];
}

/** The spans and numbers of one process. Registered nowhere: several may live side by side. */
export class Telemetry {
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
  readonly appended: AppendedEvents;
  readonly consumers: Consumers;
  private readonly stopMeasuring: () => void;
  private stopped: Promise<void> | undefined;
  private lostSpans = 0;

  constructor(options: TelemetryOptions) {
    const ratio = options.sampleRatio ?? ratioFrom(process.env['OTEL_TRACES_SAMPLER_ARG']);
    const resource = resourceOf(options);
    this.metrics = new Metrics(resource);
    this.appended = new AppendedEvents(this.metrics);
    this.consumers = new Consumers(this.metrics);
    this.stopMeasuring = measureProcess(this.metrics);
    const processors = this.processorsOf(options);
    this.tracing = processors.length > 0 ? new Tracing(resource, processors, ratio) : undefined;
  }

  /** The content of `GET /metrics`: text format of Prometheus, version 0.0.4. */
  render(): Promise<string> {
    return this.metrics.render();
  }

  /** Where the running code stands in a trace, for logs; undefined outside one or without tracing. */
  active(): { readonly traceId: string; readonly spanId: string } | undefined {
    return this.tracing?.active;
  }

  /** The W3C header for a request to another service that belongs to what is running. */
  traceparent(): string | undefined {
    const span = this.tracing?.active;
    return span && formatTraceparent(span);
  }

  /** A relay from the log to the bus: how many events it has still to send. */
  relayLag(relay: string, read: () => number): void {
    this.metrics.gauge('tributary_relay_lag', 'Events recorded and not yet on the bus.', () => [
      { value: read(), labels: { relay } },
    ]);
  }

  /** Sends what is left, at most for some seconds, and stops. */
  shutdown(): Promise<void> {
    return (this.stopped ??= this.stop());
  }

  private async stop(): Promise<void> {
    this.stopMeasuring();
    await this.tracing?.shutdown();
    await this.metrics.shutdown();
  }

  private processorsOf({ otlpEndpoint, spanProcessors = [] }: TelemetryOptions): readonly SpanProcessor[] {
    if (otlpEndpoint === undefined) return spanProcessors;
    const lost = (): readonly Reading[] => [{ value: this.lostSpans }];
    this.metrics.counter('tributary_spans_lost_total', 'Spans the collector did not take.', lost);
    return [...spanProcessors, spansToCollector(otlpEndpoint, (spans) => (this.lostSpans += spans))];
  }
}

/** @throws RangeError the share of traces to keep is no number from 0 to 1 */
export const startTelemetry = (options: TelemetryOptions): Telemetry => new Telemetry(options);

const resourceOf = ({ service, instance, version }: TelemetryOptions): Resource =>
  resourceFromAttributes({
    'service.namespace': 'tributary',
    'service.name': service,
    'service.instance.id': instance,
    'service.version': version,
  });

const ratioFrom = (text: string | undefined): number => {
  if (text === undefined || text.trim() === '') return 1;
  const ratio = Number(text);
  if (ratio >= 0 && ratio <= 1) return ratio;
  throw new RangeError(`OTEL_TRACES_SAMPLER_ARG is ${text}; give a number from 0 to 1.`);
};
