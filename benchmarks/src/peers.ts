import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Products we compare ourselves with live apart: they are not dependencies of this repository. */
const folder = path.join(import.meta.dirname, '..', '.peers');

/** emmett names the rest as peers of its own, in versions that npm cannot bring together. */
const dependencies = {
  '@event-driven-io/emmett': '0.42.0',
  '@event-driven-io/emmett-sqlite': '0.42.4',
  'async-retry': '1.3.3',
  sqlite3: '5.1.7',
  uuid: '10.0.0',
};

const load = async (name: string): Promise<unknown> => {
  const { resolve } = createRequire(path.join(folder, 'package.json'));
  return import(pathToFileURL(resolve(name)).href);
};

const install = async (): Promise<void> => {
  console.log(`Installing the peers to compare with into ${path.relative(process.cwd(), folder)} …`);
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'benchmark-peers', private: true, dependencies };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
  await promisify(execFile)('npm', ['install', '--prefix', folder, '--legacy-peer-deps'], { cwd: folder });
};

/**
 * A module of a peer, installed when it is not there yet.
 * @throws Error it can be neither found nor installed, or does not run on this Node
 */
export const peer = async (name: keyof typeof dependencies): Promise<unknown> => {
  try {
    return await load(name);
  } catch {
    await install();
    return load(name);
  }
};
