import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Canary } from './canary.ts';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, { readonly 'tributary-source'?: string }>>;
}

const put = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const entryPoints = (manifest: Manifest): readonly string[] =>
  Object.values(manifest.exports ?? {}).flatMap((door) => door['tributary-source'] ?? []);

/** The real manifest decides how a package is found; behind each of its doors stands an empty file. */
const copyWorkspace = (root: string, scratch: string, folder: string): void => {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  put(join(scratch, folder, 'package.json'), JSON.stringify(manifest));
  for (const door of entryPoints(manifest)) put(join(scratch, folder, door), 'export {};\n');
  const link = join(scratch, 'node_modules', manifest.name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(scratch, folder), link, 'dir');
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (name.startsWith('@tributary/')) continue;
    put(join(scratch, 'node_modules', name, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
    put(join(scratch, 'node_modules', name, 'index.js'), 'module.exports = {};\n');
  }
};

const workspaces = (root: string): readonly string[] =>
  ['libs', 'services', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name)))
    .filter((folder) => existsSync(join(root, folder, 'package.json')));

/**
 * The floor plan with its real package manifests and empty rooms, in a new temporary folder, with
 * canaries planted.
 * @returns the folder; the caller removes it
 */
export const plant = (root: string, canaries: readonly Canary[]): string => {
  const scratch = mkdtempSync(join(tmpdir(), 'tributary-canaries-'));
  for (const folder of workspaces(root)) copyWorkspace(root, scratch, folder);
  cpSync(join(root, 'package.json'), join(scratch, 'package.json'));
  put(join(scratch, 'services/order/src/edge/known.ts'), 'export const known = 1;\n');
  put(join(scratch, 'services/order/src/domain/other/a02.ts'), 'export {};\n');
  for (const canary of canaries) put(join(scratch, canary.file), canary.code);
  return scratch;
};
