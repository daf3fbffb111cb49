import type { Attributes, Meter, Observable } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { type Duration, Durations } from './durations.ts';

/** A value now, with the labels it has. Labels come from small, closed sets: never ids, never personal data. */
export interface Reading {
  readonly value: number;
  readonly labels?: Attributes;
}

/**
 * The numbers of this process. Counters and gauges are read where they are kept when somebody asks,
 * so that counting costs an addition.
 */
export class Metrics {
  private readonly durations = new Durations();
  private readonly reader = new PrometheusExporter({
    // The text is rendered on demand: `GET /metrics` is an endpoint of the door.
    preventServerStart: true,
    metricProducers: [this.durations],
  });
  private readonly serializer = new PrometheusSerializer('', false, undefined, false, true);
  private readonly provider: MeterProvider;
  private readonly meter: Meter;

  constructor(resource: Resource) {
    this.provider = new MeterProvider({ resource, readers: [this.reader] });
    this.meter = this.provider.getMeter('tributary');
  }

  /** @param read absolute values, which never fall */
  counter(name: string, help: string, read: () => Iterable<Reading>): void {
    observe(this.meter.createObservableCounter(name, { description: help }), read);
  }

  gauge(name: string, help: string, read: () => Iterable<Reading>): void {
    observe(this.meter.createObservableGauge(name, { description: help }), read);
  }

  /** A histogram in seconds. */
  duration(name: string, help: string): Duration {
    return this.durations.named(name, help);
  }

  /**
   * Everything in the text format of Prometheus, version 0.0.4.
   * @throws AggregateError a reading failed
   */
  async render(): Promise<string> {
    const { resourceMetrics, errors } = await this.reader.collect();
    if (errors.length > 0) throw new AggregateError(errors, 'Some metrics could not be read.');
    return this.serializer.serialize(resourceMetrics);
  }

  shutdown(): Promise<void> {
    return this.provider.shutdown();
  }
}

const observe = (instrument: Observable, read: () => Iterable<Reading>): void =>
  instrument.addCallback((result) => {
    for (const { value, labels } of read()) result.observe(value, labels);
  });
