import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';

export interface Connection {
  readonly url: string;
  readonly key: string;
}

/** What a running platform leaves in its data folder for programs of the same user. */
export interface Access extends Connection {
  readonly pid: number;
}

type Environment = NodeJS.ProcessEnv;

export const dataFolderOf = (environment: Environment): string =>
  resolve(environment['TRIBUTARY_DATA'] || './data');

export const accessFileOf = (folder: string): string => join(folder, 'access.json');

const isAccess = (value: unknown): value is Access =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  typeof value.url === 'string' &&
  'key' in value &&
  typeof value.key === 'string' &&
  'pid' in value &&
  Number.isInteger(value.pid);

/** The access file of a data folder; undefined when no platform has left one. */
export const readAccess = (folder: string): Access | undefined => {
  try {
    const access: unknown = JSON.parse(readFileSync(accessFileOf(folder), 'utf8'));
    return isAccess(access) ? access : undefined;
  } catch {
    return undefined;
  }
};

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The platform that runs on a data folder; a file left behind by one that was killed does not count. */
export const runningOn = (folder: string): Access | undefined => {
  const access = readAccess(folder);
  return access && lives(access.pid) ? access : undefined;
};

const checkedUrl = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new Failure(`TRIBUTARY_URL is not an http address: ${url}`);
  }
  return parsed.href.replace(/\/+$/, '');
};

/**
 * Where the platform is and how to get in: TRIBUTARY_URL and TRIBUTARY_KEY, else the data folder.
 * @throws Failure that names what to set
 */
export const findConnection = (environment: Environment): Connection => {
  const { TRIBUTARY_URL: url, TRIBUTARY_KEY: key } = environment;
  if (url && key) return { url: checkedUrl(url), key };
  if (url)
    throw new Failure(
      'TRIBUTARY_URL is set but TRIBUTARY_KEY is not: set both, or neither to use the data folder.',
    );
  const folder = dataFolderOf(environment);
  const access = readAccess(folder);
  if (!access) {
    throw new Failure(
      `No running platform was found in ${folder}. Start one with \`tributary start\`, name its folder with TRIBUTARY_DATA, ` +
        'or set TRIBUTARY_URL and TRIBUTARY_KEY.',
    );
  }
  return { url: checkedUrl(access.url), key: key || access.key };
};
