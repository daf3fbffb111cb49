import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Play = z.object({ at: z.number().int().positive(), done: z.boolean() });
const File = z.record(z.string(), Play);

const fileIn = (folder: string): string => join(folder, 'demo-feeds.json');

const kept = (folder: string): z.infer<typeof File> => {
  try {
    return File.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return {};
  }
};

/**
 * The play of the feed of a seed and size into a data folder: begun when it was first, so that a play that was
 * cut off tells the same messages again, to the moment; another message under a known id would be quarantined.
 * Once done it is not played again: locations would read their work differently than when they did it.
 * @param now milliseconds since the epoch; noted when this is the first time
 */
export const playIn = (folder: string, seed: number, orders: number, now: number) => {
  const name = `${seed}/${orders}`;
  const note = (play: z.infer<typeof Play>) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(fileIn(folder), `${JSON.stringify({ ...kept(folder), [name]: play })}\n`, { mode: 0o600 });
    return play;
  };
  const { at, done } = kept(folder)[name] ?? note({ at: now, done: false });
  return { at, done, finished: () => void note({ at, done: true }) };
};
