import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure.ts';

/** What a backup says of itself. Written last: a folder without one is no backup. */
export const Manifest = z.object({
  format: z.literal(1),
  /** When it was taken, UTC. */
  takenAt: z.iso.datetime(),
  /** Last position of the event log in it. */
  head: z.int().min(0),
  /** Of `events.db`. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Manifest = z.infer<typeof Manifest>;

const fileIn = (folder: string): string => join(folder, 'manifest.json');

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(fileIn(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });

/** @throws Failure when the folder holds no whole backup */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new Failure(`${folder} is no backup: it has no manifest.json, which is written last.`);
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    throw new Failure(`${fileIn(folder)} is not the manifest of a backup that this version reads.`);
  }
};
