import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

/** Bounds that the OpenTelemetry conventions name for requests, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Methods that the conventions know; another may be any word that Node's parser lets through. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT', 'TRACE']);

/** Measures every answer of a server by the pattern of its route, never by its address, which names orders. */
export const requestMeasurements = (registry: Registry): ((fastify: FastifyInstance) => void) => {
  const duration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'From a request to the end of its answer.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets,
    registers: [registry],
  });
  return (fastify) =>
    void fastify.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
      const labels = {
        http_request_method: methods.has(method) ? method : '_OTHER',
        http_route: routeOptions.url ?? 'unmatched',
        http_response_status_code: reply.statusCode,
      };
      duration.observe(labels, reply.elapsedTime / 1_000);
      done();
    });
};
