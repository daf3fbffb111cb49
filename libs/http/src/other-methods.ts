import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';
import { sendProblem } from './problem-filter.ts';

/**
 * Answers 405 with `Allow` where there is nothing under a method at an address that is there under others.
 * It holds for routes that are declared after it, and comes after whatever looked at keys before it.
 */
export const tellOtherMethods = (fastify: FastifyInstance): void => {
  const methods = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    for (const each of [method].flat()) known.add(each);
    methods.set(url, known);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const path = segmentsOf(request.url.split('?', 1)[0]!);
    const there = [...methods].flatMap(([pattern, known]) => (fits(path, pattern) ? [...known] : []));
    // The router has the last word on what is a route's address.
    if (there.length === 0 || there.includes(request.method)) return done();
    const allowed = [...new Set(there)].toSorted().join(', ');
    reply.header('allow', allowed);
    sendProblem(reply, new Problem(405, 'method-not-allowed', `At this address there is ${allowed}.`));
  });
};

/** Parts of a path without their escapes; an address that cannot be decoded never comes here. */
const segmentsOf = (path: string): readonly string[] => path.split('/').map(decodeURIComponent);

/** Whether a path is one of a route's: `:name` stands for a part, a `*` at the end for all that follows. */
const fits = (path: readonly string[], pattern: string): boolean => {
  const parts = pattern.split('/');
  const isOpen = parts.at(-1) === '*';
  if (isOpen ? path.length < parts.length : path.length !== parts.length) return false;
  return parts.every(
    (part, index) => part === '*' || (part.startsWith(':') ? path[index] !== '' : part === path[index]),
  );
};
