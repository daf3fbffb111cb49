import { gzipSync } from 'node:zlib';

export const zipped = (content: string | Buffer): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(gzipSync(content));

/** 200 MB of brackets, in 200 kB. */
export const bomb = (): Uint8Array<ArrayBuffer> => zipped(Buffer.alloc(200 * 1024 * 1024, '['));
