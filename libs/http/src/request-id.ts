import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';

const header = 'x-request-id';
/** Short enough for a log line, and nothing in it that a log or a shell would read otherwise. */
const plain = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** The name a request goes by in its answer, in problems and in logs: its sender's own where that is short and plain. */
const requestIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
  const own = headers[header];
  return typeof own === 'string' && plain.test(own) ? own : randomUUID();
};

/** Names every request, and says the name in every answer. */
export const nameRequests = (fastify: FastifyInstance): void => {
  fastify.setGenReqId(requestIdOf);
  fastify.addHook('onRequest', (_request, reply, done) => {
    sayRequestId(reply);
    done();
  });
};

/** For an answer that is given before any hook has run. */
export const sayRequestId = (reply: FastifyReply): void => void reply.header(header, reply.request.id);

/** Takes an answer over, to be written piece by piece: with the headers that were set for it, its request's name among them. */
export const takeOver = (reply: FastifyReply): ServerResponse => {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  return reply.raw;
};
