import { type Span, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DurationSeries } from '../durations.ts';
import type { Telemetry } from '../telemetry.ts';
import { parseTraceparent } from '../traceparent.ts';
import type { Tracing } from '../tracing.ts';

/** What a request is counted under when its address matches no route: the address itself may hold anything. */
const noRoute = 'unmatched';
/** The client went away before it was answered. */
const clientClosed = 499;

/**
 * Measures every request and, where tracing is on, gives it a span that continues the caller's W3C
 * `traceparent`. Requests are known by the pattern of their route, never by their address: that has
 * ids in its path and what people searched for in its query. Call it before other hooks are added,
 * so that what they refuse is seen too.
 */
export const traceRequests = (fastify: FastifyInstance, telemetry: Telemetry): void => {
  const durations = telemetry.metrics.duration(
    'tributary_http_request_seconds',
    'From a request being read to its answer having been sent, or its client having gone.',
  );
  const { tracing } = telemetry;
  const spans = new WeakMap<FastifyRequest, Span>();
  fastify.addHook('onRequest', (request, reply, done) => {
    const started = performance.now();
    const { method } = request;
    const route = request.routeOptions.url ?? noRoute;
    const span = tracing && startRequest(tracing, request, method, route);
    reply.raw.once('close', () => {
      const status = statusOf(reply);
      const key = `${method} ${route} ${status}`;
      const series: DurationSeries = durations.labelled(key, () => ({ method, route, status: `${status}` }));
      series.record((performance.now() - started) / 1_000);
      if (span) endRequest(span, status);
    });
    if (!span) return done();
    spans.set(request, span);
    tracing.within(span, done);
  });
  if (!tracing) return;
  // Reading the body goes on in the context of the connection, so the request's own is taken up again.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) tracing.within(span, done);
    else done();
  });
};

const startRequest = (tracing: Tracing, request: FastifyRequest, method: string, route: string): Span =>
  tracing.start(`${method} ${route}`, parseTraceparent(request.headers['traceparent']), {
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': method, 'http.route': route },
  });

const statusOf = ({ raw }: FastifyReply): number => (raw.writableFinished ? raw.statusCode : clientClosed);

const endRequest = (span: Span, status: number): void => {
  span.setAttribute('http.response.status_code', status);
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};
