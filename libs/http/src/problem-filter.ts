import type { IncomingMessage } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unsupportedMediaType } from './json-body.ts';
import { Problem } from './problem.ts';
import { sayRequestId } from './request-id.ts';

const codes: Record<number, string> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
};

const hasCode = (error: unknown): error is Error & { code: string; statusCode?: number } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** The problem an error is to the caller; anything unforeseen is a 500 that says nothing of the inside. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return new Problem(
      status,
      codes[status] ?? 'http-error',
      status === 404 ? 'There is nothing at this address.' : error.message,
    );
  }
  if (hasCode(error)) {
    if (error.code === 'store-unavailable')
      return new Problem(503, error.code, error.message, {
        retryable: true,
        ...('recorded' in error && { recorded: error.recorded }),
      });
    if (error.code === 'overloaded') return new Problem(429, error.code, error.message, { retryable: true });
    if (error.code === 'wrong-expected-version')
      return new Problem(409, 'busy', 'Too many changes at once; try again.', { retryable: true });
    if (error.code === 'bad-query' && 'field' in error) {
      return new Problem(400, error.code, error.message, {
        errors: [{ pointer: `/${String(error.field)}`, message: error.message }],
      });
    }
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return unsupportedMediaType();
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      return new Problem(413, 'too-large', 'A body is at most 10 MB: send smaller batches.');
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return new Problem(error.statusCode, codes[error.statusCode] ?? 'bad-request', error.message);
    }
  }
  return new Problem(
    500,
    'internal',
    'Something went wrong on our side, and what was recorded by this call is not known. Events may be sent again under the same ids, and orders under the same number or `Idempotency-Key`: each counts once.',
    { retryable: true },
  );
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = problemOf(error);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (problem.status >= 500)
      this.logger.error(
        `${request.method} ${request.routeOptions?.url ?? ''} ${problem.code} ${request.id}`,
        // A refusal of ours says all in its words; many come at once.
        error instanceof Error && !(error instanceof Problem) ? error.stack : String(error),
      );
    sendProblem(reply, problem);
  }
}

/** How long the rest of a refused body may take, in milliseconds. */
const patienceWithRest = 30_000;

const dropRest = (incoming: IncomingMessage): void => {
  const late = setTimeout(() => incoming.destroy(), patienceWithRest).unref();
  const stop = () => clearTimeout(late);
  incoming.once('end', stop).once('close', stop);
  incoming.unpipe();
  incoming.resume();
};

/** When to come back where there was no room, or no store. */
const secondsToRetry = 1;

export const sendProblem = (reply: FastifyReply, problem: Problem): void => {
  if (reply.raw.headersSent) {
    reply.raw.end();
    return;
  }
  if (!reply.request.raw.complete) {
    // The rest of a refused body is read and dropped: a connection closed on a client that still sends loses our answer.
    reply.removeHeader('connection');
    dropRest(reply.request.raw);
    if (problem.status === 408) reply.header('connection', 'close');
  }
  sayRequestId(reply);
  // Who was asked too often a second is told more exactly by what counts.
  if ((problem.status === 503 || problem.status === 429) && !reply.hasHeader('retry-after'))
    reply.header('retry-after', String(secondsToRetry));
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.document(reply.request.id)));
};
