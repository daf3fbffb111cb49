import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type KeyVerifier, identityOf, sessionUntil } from './access.ts';
import { problemOfSession } from './browser-session.ts';
import { Problem } from './problem.ts';
import { problemOf } from './problem-filter.ts';

/** How often it is asked whether the keys of answers under way were revoked, in milliseconds. */
const askedEvery = 500;

interface UnderWay {
  readonly keyId: string;
  /** When its session ends, in milliseconds since 1970. */
  readonly until: number | undefined;
  readonly reply: FastifyReply;
  /** Of a request that ends by itself when its key is revoked. */
  ending?: AbortController;
}
type Watched = FastifyRequest & { underWay?: UnderWay };

/**
 * Ends what a key opened while it was good, within a second after it was revoked, its session ended, or nobody can tell any more whether
 * it was: an answer that has begun is cut off, so that nobody takes it for complete. What is not answered yet
 * is let be: it was asked for in time. Call it after `authenticateBeforeBody`.
 * @param keys where it cannot tell what is revoked, nothing is ended: a gateway elsewhere does
 */
export const endWhenRevoked = (fastify: FastifyInstance, keys: KeyVerifier): void => {
  if (!keys.isRevoked) return;
  const open = new Set<UnderWay>();
  fastify.addHook('onRequest', (request: Watched, reply, done) => {
    const identity = identityOf(request);
    if (identity) {
      const underWay = (request.underWay = {
        keyId: identity.keyId,
        until: sessionUntil(request),
        reply,
      });
      open.add(underWay);
      reply.raw.once('close', () => open.delete(underWay));
    }
    done();
  });
  const asking = setInterval(() => {
    for (const underWay of open) void endIfRevoked(underWay, keys);
  }, askedEvery);
  asking.unref();
  fastify.addHook('onClose', (_, done) => {
    clearInterval(asking);
    done();
  });
};

/**
 * Tells a request that goes on recording when it must stop, and leaves its answer to it.
 * @returns aborted with the Problem that its answer ends with, 401 `not-signed-in` where the key was revoked
 */
export const revocationOf = (request: FastifyRequest): AbortSignal => {
  const { underWay } = request as Watched;
  if (!underWay) return new AbortController().signal;
  return (underWay.ending ??= new AbortController()).signal;
};

const endIfRevoked = async (underWay: UnderWay, keys: KeyVerifier): Promise<void> => {
  const { keyId, until = Infinity, reply, ending } = underWay;
  const problem = Date.now() > until ? problemOfSession('over') : await problemWith(keyId, keys);
  if (!problem) return;
  if (ending) ending.abort(problem);
  else if (reply.raw.headersSent) reply.raw.destroy();
};

const problemWith = async (keyId: string, keys: KeyVerifier): Promise<Problem | undefined> => {
  try {
    return (await keys.isRevoked!(keyId))
      ? new Problem(401, 'not-signed-in', 'This API key was revoked while it was in use.')
      : undefined;
  } catch (error) {
    return problemOf(error);
  }
};
