import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Products we compare ourselves with live apart: they are not dependencies of this repository. */
const folder = path.join(import.meta.dirname, '..', '.peers');

/**
 * What each peer needs, in a folder of its own: one that cannot be built here keeps no other away.
 * emmett names the rest as peers of its own, in versions that npm cannot bring together.
 */
const peers = {
  '@event-driven-io/emmett-sqlite': {
    '@event-driven-io/emmett': '0.42.0',
    '@event-driven-io/emmett-sqlite': '0.42.4',
    'async-retry': '1.3.3',
    sqlite3: '5.1.7',
    uuid: '10.0.0',
  },
  '@event-driven-io/emmett-postgresql': {
    '@event-driven-io/dumbo': '0.12.7',
    '@event-driven-io/emmett': '0.42.0',
    '@event-driven-io/emmett-postgresql': '0.42.0',
    '@event-driven-io/pongo': '0.16.11',
    ansis: '3.17.0',
    'async-retry': '1.3.3',
    pg: '8.23.1',
    'pg-connection-string': '2.9.1',
    uuid: '10.0.0',
  },
};

const folderOf = (name: keyof typeof peers): string => path.join(folder, path.basename(name));

const load = async (name: keyof typeof peers): Promise<unknown> => {
  const { resolve } = createRequire(path.join(folderOf(name), 'package.json'));
  return import(pathToFileURL(resolve(name)).href);
};

const install = async (name: keyof typeof peers): Promise<void> => {
  const into = folderOf(name);
  console.log(`Installing ${name} to compare with into ${path.relative(process.cwd(), into)} …`);
  await mkdir(into, { recursive: true });
  const manifest = { name: 'benchmark-peer', private: true, dependencies: peers[name] };
  await writeFile(path.join(into, 'package.json'), JSON.stringify(manifest, undefined, 2));
  await promisify(execFile)('npm', ['install', '--prefix', into, '--legacy-peer-deps'], { cwd: into });
};

/**
 * A module of a peer, installed when it is not there yet.
 * @throws Error it can be neither found nor installed, or does not run on this Node
 */
export const peer = async (name: keyof typeof peers): Promise<unknown> => {
  try {
    return await load(name);
  } catch {
    await install(name);
    return load(name);
  }
};
