import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';

/**
 * How far a log reached, kept apart from it: a log alone cannot tell that its end is missing.
 * Position 0 and an empty hash where nothing was recorded yet.
 */
export interface HeadMark {
  readonly format: 1;
  /** Of the last event that was durable when the mark was written. */
  readonly position: number;
  /** Chain hash of that event. */
  readonly hash: string;
}

/** The mark of the last event in an open log. */
export const headMarkIn = (db: DatabaseSync): HeadMark => {
  const last = db.prepare('SELECT position, hash FROM events ORDER BY position DESC LIMIT 1').get();
  return { format: 1, position: Number(last?.['position'] ?? 0), hash: String(last?.['hash'] ?? '') };
};

/** What a mark is held against. */
export interface MarkedLog {
  /** The mark of the last event that is durable. */
  headMark(): HeadMark;
  /** Chain hash of the event at a position, undefined where there is none. */
  hashAt(position: number): string | undefined;
}

export type HeadMarkFinding =
  | { readonly kind: 'fits' }
  /** No mark was written yet, or somebody deleted it. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly problem: string }
  /** The log is not the one that was marked, or not all of it. */
  | { readonly kind: 'lost'; readonly position: number; readonly problem: string };

/** Compares a log with the mark in a file. */
export const checkHeadMark = (file: string, log: MarkedLog): HeadMarkFinding => {
  const mark = readHeadMark(file);
  return 'kind' in mark ? mark : compare(mark, log);
};

const compare = ({ position, hash }: HeadMark, log: MarkedLog): HeadMarkFinding => {
  if (position === 0) return { kind: 'fits' };
  const head = log.headMark().position;
  const found = log.hashAt(position);
  if (found === hash) return { kind: 'fits' };
  const problem =
    head < position
      ? `the log ends at ${head} and once reached ${position}: positions ${head + 1} to ${position} are missing`
      : found === undefined
        ? `the event at ${position} is missing`
        : `the event at ${position} is another than the one that was recorded there`;
  return { kind: 'lost', position, problem };
};

const readHeadMark = (file: string): HeadMark | HeadMarkFinding => {
  try {
    const mark: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHeadMark(mark) ? mark : { kind: 'unreadable', problem: 'it is no head mark of format 1' };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', problem: message };
  }
};

const isHeadMark = (value: unknown): value is HeadMark =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 1 &&
  'position' in value &&
  Number.isSafeInteger(value.position) &&
  Number(value.position) >= 0 &&
  'hash' in value &&
  typeof value.hash === 'string';

/** In place of the one before at once, and only once it is on the disk; for this user alone. */
const writeHeadMark = async (file: string, mark: HeadMark): Promise<void> => {
  const next = `${file}.next`;
  await writeFile(next, `${JSON.stringify(mark)}\n`, { mode: 0o600, flush: true });
  await rename(next, file);
};

/** Between two marks, in milliseconds. */
const markEvery = 1_000;

/**
 * Marks the head of an open log at once, every second in which it moves, and at the end. Nobody who appends waits
 * for it, and what is marked is durable already.
 * @param onUnwritable told once when a mark cannot be written; the next ones are tried all the same
 * @returns ends it, before the log is closed
 */
export const keepHeadMark = (
  file: string,
  log: MarkedLog,
  onUnwritable: (error: unknown) => void,
): (() => Promise<void>) => {
  let marked = -1;
  let told = false;
  let writing: Promise<void> | undefined;
  const write = async () => {
    try {
      const mark = log.headMark();
      if (mark.position === marked) return;
      await writeHeadMark(file, mark);
      marked = mark.position;
    } catch (error) {
      if (!told) onUnwritable(error);
      told = true;
    }
  };
  const look = () => {
    writing ??= write().finally(() => (writing = undefined));
  };
  look();
  const looking = setInterval(look, markEvery);
  looking.unref();
  return async () => {
    clearInterval(looking);
    await writing;
    await write();
  };
};
