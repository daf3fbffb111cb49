import type { Readable } from 'node:stream';
import { isJsonMediaType, jsonTextOf } from '@tributary/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import secureJson from 'secure-json-parse';
import { arrivingFile } from './arriving-file.ts';
import { HeldBodies } from './held-bodies.ts';
import { Problem } from './problem.ts';
import { unpacked } from './unpacked.ts';

type Measured = FastifyRequest & { bodyBytes?: number };

/** Bytes of the JSON that was read from a request, unpacked; undefined where none was. */
export const bodyBytesOf = (request: FastifyRequest): number | undefined => (request as Measured).bodyBytes;

/** @throws Problem 400 */
export const parseJson = (body: Buffer): unknown => {
  if (body.length === 0) throw new Problem(400, 'empty-body', 'The body is empty; JSON is expected.');
  const read = jsonTextOf(body, 'body');
  if ('code' in read) throw new Problem(400, read.code, read.reason);
  try {
    return secureJson.parse(read.text, { protoAction: 'error', constructorAction: 'error' });
  } catch (error) {
    throw new Problem(
      400,
      'malformed-json',
      `The body is not acceptable JSON: ${(error as Error).message.slice(0, 200)}`,
    );
  }
};

/**
 * JSON in every content type we take, gzip allowed, bounded in size and depth before it is parsed.
 * @param bodies what bounds them all together
 */
export const readJsonBodies = (fastify: FastifyInstance, bodies = new HeldBodies()): void => {
  bodies.giveBackWhenAnswered(fastify);
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const encoding = request.headers['content-encoding']?.toLowerCase();
    if (encoding === undefined || encoding === 'identity') return done(null, payload);
    if (encoding !== 'gzip')
      return done(
        new Problem(415, 'unsupported-encoding', 'Send bodies plain or with Content-Encoding: gzip.'),
      );
    delete request.headers['content-length'];
    done(null, unpacked(payload as Readable, reply.raw));
  });
  // Fastify's own parsers take precedence over ours and know no bounds on depth.
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('*', (request, payload, done) => {
    // That there is nothing at an address is told before what may be sent to it.
    if (request.is404) return done(null);
    if (!isReadable(request)) return done(unsupportedMediaType());
    bodies.read(request, payload, (error, body) => {
      try {
        if (error) throw error;
        (request as Measured).bodyBytes = body!.length;
        done(null, parseJson(body!));
      } catch (refusal) {
        done(refusal as Error);
      }
    });
  });
};

const jsonTypes = ['application/json', 'application/cloudevents+json', 'application/cloudevents-batch+json'];

/** The media type of a body without its parameters, in small letters; empty where none is named. */
export const mediaTypeOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

/**
 * Whether a request is an event in binary mode: its attributes in headers, its data as the body.
 * A media type of CloudEvents tells structured mode, whatever the headers say.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
 */
export const isBinaryEvent = (request: Pick<FastifyRequest, 'headers'>): boolean =>
  !mediaTypeOf(request).startsWith('application/cloudevents') &&
  Object.keys(request.headers).some((name) => name.startsWith('ce-'));

const isReadable = (request: FastifyRequest): boolean => {
  const mediaType = mediaTypeOf(request);
  return (
    jsonTypes.includes(mediaType) ||
    (isBinaryEvent(request) && (mediaType === '' || isJsonMediaType(mediaType)))
  );
};

export const unsupportedMediaType = (): Problem =>
  new Problem(
    415,
    'unsupported-media-type',
    `The body is read as ${jsonTypes.join(', ')}; beside ce- headers also as any type that ends in +json.`,
  );

const fileTypes = ['application/octet-stream', 'application/x-ndjson', 'text/csv'];

/** How long a file may stand still, in milliseconds. */
const patienceWithFile = 60_000;

/**
 * Files come as streams of any length, to addresses that read them piece by piece.
 * @param patience milliseconds after which one that stands still is given up
 */
export const readFileBodies = (
  fastify: FastifyInstance,
  prefixes: readonly string[],
  patience = patienceWithFile,
): void => {
  const reads = ({ routeOptions: { url = '' } }: FastifyRequest) =>
    prefixes.some((prefix) => url.startsWith(prefix));
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    if (!reads(request) || !fileTypes.includes(mediaTypeOf(request))) return done(null, payload);
    done(null, arrivingFile(request.raw, reply.raw, payload as Readable, patience));
  });
  fastify.addContentTypeParser(fileTypes, (request, payload, done) => {
    if (reads(request)) done(null, payload);
    else done(unsupportedMediaType());
  });
};
