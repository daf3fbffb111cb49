import { hash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What lies where in the data folder. The read models may be deleted; the event log may not.
 * @param eventStore where events are recorded: the read models of one event store are not those of another
 */
export const dataFolder = (path: string, eventStore: string) => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return {
    eventLog: join(path, 'events.db'),
    /** How far the event log reached, apart from it. */
    headMark: join(path, 'head.json'),
    readModels: join(path, `read-models${suffixOf(eventStore)}.db`),
    access: join(path, 'access.json'),
    /** What the secrets of webhooks are sealed with, where no secret is configured. */
    sealing: join(path, 'sealing.key'),
    /** A copy of the event log while it is sent as a backup. */
    snapshot: join(path, 'events.db.snapshot'),
  };
};

/** Of a mode, what lets other users than the owner do anything. */
const others = 0o077;

/**
 * Takes the data folder, with keys' hashes and customers in it, from other users of the machine: one that was made
 * before it was ours may be open to them.
 * @returns whether it is closed; one that belongs to another user cannot be
 */
export const closeToOthers = (path: string): boolean => {
  if (process.platform === 'win32' || (statSync(path).mode & others) === 0) return true;
  try {
    chmodSync(path, 0o700);
    return true;
  } catch {
    return false;
  }
};

/** A secret of this installation, in a file of its own; made when it is missing. */
export const secretIn = (file: string): string => {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
};

/** Lets programs of the same user find the running platform and get in; gone when it stops. */
export const announce = (file: string, url: string, key: string): (() => void) => {
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify({ url, key, pid: process.pid })}\n`, { mode: 0o600 });
  return () => rmSync(file, { force: true });
};

/** How often files are looked at, in milliseconds. */
const lookEvery = 1_000;

const identityOf = ({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string => `${dev}:${ino}`;

/**
 * Looks now and then whether files are still those that are there now: one that was deleted or replaced is written
 * to by nobody else, and what is recorded in it is gone with the process.
 * @param gone told once, which one it is
 * @returns ends it
 */
export const watchFiles = (files: readonly string[], gone: (file: string) => void): (() => void) => {
  const opened = files.map((file) => [file, identityOf(statSync(file, { bigint: true }))] as const);
  const looking = setInterval(() => {
    for (const [file, identity] of opened)
      stat(file, { bigint: true }).then(
        (found) => identityOf(found) === identity || end(file),
        () => end(file),
      );
  }, lookEvery);
  looking.unref();
  let ended = false;
  const stop = () => {
    ended = true;
    clearInterval(looking);
  };
  const end = (file: string) => {
    if (ended) return;
    stop();
    gone(file);
  };
  return stop;
};

/** Nothing for the log in the folder itself; the database of a server by a digest of its address, less who asks. */
const suffixOf = (eventStore: string): string => {
  if (eventStore === 'sqlite:') return '';
  // By its text, since an address may name several hosts.
  const place = eventStore.replace(/^[^/]*\/\/([^/?]*@)?/, '').replace(/\?.*$/, '');
  return `-${hash('sha256', place, 'hex').slice(0, 12)}`;
};
