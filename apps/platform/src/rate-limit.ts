import fastifyRateLimit from '@fastify/rate-limit';
import { Problem, identityOf } from '@tributary/http';
import type { FastifyInstance } from 'fastify';

/** Whoever watches the process must be answered most of all when it is busy. */
const free = new Set(['/livez', '/readyz', '/metrics']);

/**
 * Bounds how often each API key, or the address of whoever has none, may ask this process: after the key is
 * known, and before a body is read or a request is handed on. A live stream is one request, however long it lasts.
 * @param requestsASecond for each of them; 0 for no bound
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ the headers that tell what is left
 */
export const limitRates = async (fastify: FastifyInstance, requestsASecond: number): Promise<void> => {
  if (requestsASecond === 0) return;
  await fastify.register(fastifyRateLimit, {
    // Route by route it would come after hooks of the whole server, such as that which hands requests on.
    global: false,
    max: requestsASecond,
    timeWindow: 1_000,
    enableDraftSpec: true,
    allowList: ({ routeOptions }) => free.has(routeOptions.url ?? ''),
    keyGenerator: (request) => identityOf(request)?.keyId ?? request.ip,
    errorResponseBuilder: () =>
      new Problem(
        429,
        'rate-limited',
        `At most ${requestsASecond} requests a second are answered: wait as long as \`retry-after\` says, and send events in batches.`,
      ),
  });
  fastify.addHook('onRequest', fastify.rateLimit());
};
