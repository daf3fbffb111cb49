import { PassThrough, type Readable, type Writable, finished, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem, cutOff } from './problem.ts';

/**
 * What a gzipped body holds, unpacked only as fast as it is read. It ends with its request, however that ends:
 * an unpacker that is not told that nothing more comes keeps its memory for good.
 * @param response what the request is answered with
 * @returns a stream that fails with Problem 400: `malformed-gzip`, or `cut-off`, which nobody is left to hear
 */
export const unpacked = (packed: Readable, response: Writable, gunzip = createGunzip()): Readable => {
  const body = new PassThrough();
  gunzip.on('error', () => body.destroy(new Problem(400, 'malformed-gzip', 'The body is not valid gzip.')));
  // Whoever reads the body hears of its errors; there may be nobody.
  body.on('error', () => {});
  pipeline(gunzip, body, () => {});
  finished(packed, (error) => {
    if (error) body.destroy(cutOff());
  });
  finished(response, () => body.destroy());
  packed.pipe(gunzip);
  return body;
};
