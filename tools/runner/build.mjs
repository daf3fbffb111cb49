import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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

/** One compiler run over everything that compiles. */
const compile = (force) => {
  const projects = workspaces()
    .filter(compiled)
    .map(({ folder }) => folder);
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  return step([tsc, '-b', ...(force ? ['--force'] : []), ...projects]);
};

const step = async (args) => {
  const { code, output } = await runStep(process.execPath, args, { quiet: true });
  if (code !== 0) throw new Error(`${output}\nThe build failed.`);
};

const compileAll = async () => {
  await compile(false);
  const incomplete = compiledWithDependencies(workspaces()).filter(lost);
  if (incomplete.length === 0) return;
  await Promise.all(
    incomplete.map(({ folder }) => rm(join(root, folder, 'dist'), { recursive: true, force: true })),
  );
  await compile(true);
};

const consoleFolder = join(root, 'apps', 'console');
const consoleStamp = join(root, 'node_modules', '.tributary-console');

/** What the console is made from: its own files, the client's, and the packages that the lock file names. */
const consoleSources = async () => {
  const folders = [consoleFolder, join(root, 'libs', 'client', 'src')];
  const files = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    }),
  );
  const made = [join(consoleFolder, 'dist'), join(consoleFolder, 'node_modules')].map((each) => each + sep);
  return [...files.flat(), join(root, 'package-lock.json')].filter(
    (file) => !made.some((folder) => file.startsWith(folder)),
  );
};

const hashOf = async (files) => {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
};

/** The bundle is made anew only where its sources changed: a platform that runs is serving the one that is there. */
const bundleConsole = async () => {
  const sources = await hashOf(await consoleSources());
  const last = await readFile(consoleStamp, 'utf8').catch(() => undefined);
  if (last === sources && existsSync(join(consoleFolder, 'dist', 'index.html'))) return;
  await step([join('node_modules', 'typescript', 'bin', 'tsc'), '-p', consoleFolder, '--noEmit']);
  await step([join('node_modules', 'vite', 'bin', 'vite.js'), 'build', consoleFolder]);
  await writeFile(consoleStamp, sources);
};

const buildAll = async () => {
  await compileAll();
  await bundleConsole();
};

/**
 * Brings every `dist` up to date; touches nothing that is. Says something only when it fails or
 * takes a while.
 * @throws Error with the output of the step that failed
 */
export const build = () => withProgress('Building', buildAll, { after: 1_000 });
