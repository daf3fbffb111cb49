import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runStep } from './children.mjs';
import { withProgress } from './progress.mjs';

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const foldersOf = (pattern) =>
  pattern.endsWith('/*')
    ? readdirSync(join(root, pattern.slice(0, -2))).map((name) => join(pattern.slice(0, -2), name))
    : [pattern];

/** Every package of the repository: its folder and its manifest. */
const workspaces = () =>
  read('package.json')
    .workspaces.flatMap(foldersOf)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: read(join(folder, 'package.json')) }));

const compiled = ({ folder, manifest }) =>
  manifest.scripts?.build?.startsWith('tsc -b') && existsSync(join(root, folder, 'tsconfig.json'));

/** The packages `tsc -b` makes and all they are made from. */
const compiledWithDependencies = (all) => {
  const wanted = new Set(all.filter(compiled));
  for (const { manifest } of wanted) {
    const names = new Set(Object.keys(manifest.dependencies ?? {}));
    for (const below of all) if (names.has(below.manifest.name)) wanted.add(below);
  }
  return [...wanted];
};

/** The compiler trusts its notes of the last build; they do not say that an output was deleted since. */
const lost = ({ folder, manifest }) =>
  Object.values(manifest.exports ?? {}).some(
    (door) =>
      existsSync(join(root, folder, door['tributary-source'])) &&
      !existsSync(join(root, folder, door.default)),
  );

/**
 * One compiler run over everything that compiles, then the tasks Nx knows. The first is what makes
 * the second safe: Nx restores an app's output from its cache, not that of the libraries below it.
 */
const steps = (force) => {
  const projects = workspaces()
    .filter(compiled)
    .map(({ folder }) => folder);
  const tsc = [
    join('node_modules', 'typescript', 'bin', 'tsc'),
    '-b',
    ...(force ? ['--force'] : []),
    ...projects,
  ];
  const nx = [
    join('node_modules', 'nx', 'dist', 'bin', 'nx.js'),
    'run-many',
    '-t',
    'build',
    ...(force ? ['--skip-nx-cache'] : []),
  ];
  return [...(projects.length > 0 ? [tsc] : []), nx];
};

const runSteps = async (force) => {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  for (const step of steps(force)) {
    const { code, output } = await runStep(process.execPath, step, { env, quiet: true });
    if (code !== 0) return { code, output };
  }
  return { code: 0, output: '' };
};

const buildAll = async () => {
  let result = await runSteps(false);
  const incomplete = compiledWithDependencies(workspaces()).filter(lost);
  if (result.code === 0 && incomplete.length > 0) {
    await Promise.all(
      incomplete.map(({ folder }) => rm(join(root, folder, 'dist'), { recursive: true, force: true })),
    );
    result = await runSteps(true);
  }
  if (result.code !== 0) throw new Error(`${result.output}\nThe build failed.`);
};

/**
 * Brings every `dist` up to date; says something only when it fails or takes a while.
 * @throws Error with the output of the step that failed
 */
export const build = () => withProgress('Building', buildAll, { after: 1_000 });
