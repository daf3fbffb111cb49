import type { EventBus } from '@tributary/event-bus';
import type { EventStore } from '@tributary/event-store';
import type { FastifyInstance } from 'fastify';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { busMeasurements } from './measured-bus.ts';
import { storeMeasurements } from './measured-store.ts';
import { requestMeasurements } from './requests.ts';

/**
 * The numbers of one process. Names are those of the OpenTelemetry conventions, as Prometheus spells them,
 * where there is one; labels come from small, closed sets: never ids, never personal data.
 */
export interface Telemetry {
  /** All numbers as they are now, in the text format of Prometheus, version 0.0.4. */
  metrics(): Promise<string>;
  /** Of that text. */
  readonly contentType: string;
  /** The store of a service, which means what it meant, with its appends counted and timed. */
  measuredStore(service: string, store: EventStore): EventStore;
  /** The bus, which means what it meant, with its groups watched and the work of their handlers counted and timed. */
  measuredBus(bus: EventBus): EventBus;
  /** Times every answer of a server that does not listen yet. */
  measureRequests(fastify: FastifyInstance): void;
}

/** Begins to measure this process, with a registry of its own: two in one process do not mix. */
export const startTelemetry = ({ service, version }: { service: string; version: string }): Telemetry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'target_info',
    help: 'Which program this is.',
    labelNames: ['service_name', 'service_version'],
    registers: [registry],
  }).set({ service_name: service, service_version: version }, 1);
  return {
    metrics: () => registry.metrics(),
    contentType: registry.contentType,
    measuredStore: storeMeasurements(registry),
    measuredBus: busMeasurements(registry),
    measureRequests: requestMeasurements(registry),
  };
};
