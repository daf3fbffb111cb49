import type { FastifyInstance } from 'fastify';

/**
 * What browsers are told, after the OWASP Secure Headers Project. They never change, so they are
 * written down once: computing them for each request cost more than routing it.
 */
const forEverything = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
/** Answers are business data, or keys: nobody between keeps them, nor a browser on a shared machine. */
const forData = { ...forEverything, 'cache-control': 'no-store' };
const forPages = {
  ...forEverything,
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};

export const sendSecurityHeaders = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith('/v1/') ? forData : forPages);
    done();
  });
};
