import { PassThrough, Transform, type TransformCallback } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isJsonMediaType, jsonTextOf } from '@tributary/contracts';
import type { FastifyBodyParser, FastifyInstance, FastifyRequest } from 'fastify';
import secureJson from 'secure-json-parse';
import { Problem } from './problem.ts';

/** Bytes of a request body after decompression. */
export const maxBodyBytes = 10 * 1024 * 1024;
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

class Bounded extends Transform {
  private bytes = 0;
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > maxBodyBytes)
      done(new Problem(413, 'too-large', 'A body is at most 10 MB uncompressed: send smaller batches.'));
    else done(null, chunk);
  }
}

/** JSON in every content type we take, gzip allowed, bounded in size and depth before it is parsed. */
export const readJsonBodies = (fastify: FastifyInstance): void => {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding']?.toLowerCase();
    if (encoding === undefined || encoding === 'identity') return done(null, payload);
    if (encoding !== 'gzip')
      return done(
        new Problem(415, 'unsupported-encoding', 'Send bodies plain or with Content-Encoding: gzip.'),
      );
    const gunzip = createGunzip();
    // A file is read piece by piece and never held whole: it has no bound.
    const bounded = isFile(request) ? new PassThrough() : new Bounded();
    gunzip.on('error', () =>
      bounded.destroy(new Problem(400, 'malformed-gzip', 'The body is not valid gzip.')),
    );
    delete request.headers['content-length'];
    done(null, payload.pipe(gunzip).pipe(bounded));
  });
  // Fastify's own parsers take precedence over ours and know no bounds on depth.
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  const parser: FastifyBodyParser<Buffer> = (request, body, done) => {
    try {
      if (isReadable(request)) done(null, parseJson(body));
      // That there is nothing at an address is told before what may be sent to it.
      else if (request.is404) done(null);
      else throw unsupportedMediaType();
    } catch (error) {
      done(error as Error);
    }
  };
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, parser);
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
const isFile = (request: FastifyRequest): boolean => fileTypes.includes(mediaTypeOf(request));

/** Files come as streams of any length, to addresses that read them piece by piece. */
export const readFileBodies = (fastify: FastifyInstance, prefix: string): void => {
  fastify.addContentTypeParser(fileTypes, (request, payload, done) => {
    if ((request.routeOptions.url ?? '').startsWith(prefix)) done(null, payload);
    else done(unsupportedMediaType());
  });
};
