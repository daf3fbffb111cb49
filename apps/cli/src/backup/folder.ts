import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../failure.ts';

/**
 * Makes a folder to write into, for this user alone.
 * @param why what to do when there is something in it
 * @throws Failure when it is not empty, or no folder
 */
export const emptyFolder = async (path: string, why: string): Promise<void> => {
  const found = await mkdir(path, { recursive: true, mode: 0o700 })
    .then(() => readdir(path))
    .catch((error: NodeJS.ErrnoException) => {
      throw new Failure(`${path} cannot be used: ${error.code ?? error.message}.`);
    });
  if (found.length > 0) throw new Failure(`${path} is not empty: ${why}`);
};

export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a new file, for this user alone, and resolves once it is on the disk; of one that failed nothing is left. */
export const writeDurably = async (path: string, content: NodeJS.ReadableStream): Promise<Written> => {
  const sum = createHash('sha256');
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await pipeline(content, counter, file);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { bytes, sha256: sum.digest('hex') };
};
