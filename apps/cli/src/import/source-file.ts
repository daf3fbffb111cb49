import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { Failure } from '../failure.ts';

export interface SourceFile {
  readonly path: string;
  /** As it lies on the disk. */
  readonly bytes: number;
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
};

/** @throws Failure when it is no readable file */
export const sourceFile = async (path: string): Promise<SourceFile> => {
  try {
    await access(path, constants.R_OK);
    const found = await stat(path);
    if (found.isDirectory()) throw new Failure(`${path} is a folder, not a file.`);
    return { path, bytes: found.size };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Failure(`${path} cannot be read: ${reasons[code] ?? message}.`);
  }
};

const decompressor = (path: string): Transform | undefined => {
  if (path.endsWith('.zst')) return createZstdDecompress();
  if (path.endsWith('.gz')) return createGunzip();
  return undefined;
};

/**
 * The stages a file runs through on its way out, decompressed by its name, to be put into one pipeline.
 * @param onBytes told how much of the file, as it lies on the disk, has been taken
 */
export const contentOf = (
  { path }: SourceFile,
  onBytes: (bytes: number) => void,
): [NodeJS.ReadableStream, ...Transform[]] => {
  let taken = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      taken += chunk.length;
      onBytes(taken);
      done(null, chunk);
    },
  });
  const unpack = decompressor(path);
  return [createReadStream(path, { highWaterMark: 256 * 1024 }), counter, ...(unpack ? [unpack] : [])];
};
