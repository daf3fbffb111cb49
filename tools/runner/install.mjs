import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { root, runStep } from './children.mjs';
import { withProgress } from './progress.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.tributary-install');

const textOf = (file) => readFile(file, 'utf8').catch(() => undefined);
const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** npm notes what it put into the folder; an installation by hand is as good as ours. */
const installedByHand = async (lockText) => {
  const noted = await textOf(join(root, 'node_modules', '.package-lock.json'));
  if (noted === undefined) return false;
  const installed = JSON.parse(noted).packages;
  return Object.entries(JSON.parse(lockText).packages).every(([place, { version, optional, link }]) => {
    const outside = !place.startsWith('node_modules/') && !place.includes('/node_modules/');
    if (place === '' || outside || (optional && !installed[place])) return true;
    return link ? Boolean(installed[place]?.link) : installed[place]?.version === version;
  });
};

const npm = (args) => {
  const own = process.env.npm_execpath;
  const env = { ...process.env, NODE_ENV: 'development' };
  const how = { env, quiet: true };
  // Another package manager may have started us; only npm reads this lock file.
  if (own && /npm-cli\.c?js$/.test(own)) return runStep(process.execPath, [own, ...args], how);
  return runStep(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, how);
};

const foldersIn = (folder) => {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/** How many packages are unpacked by now: npm makes all folders first, and says nothing where it has no terminal. */
const unpacked = () => {
  const folders = foldersIn(join(root, 'node_modules')).flatMap((folder) =>
    basename(folder).startsWith('@') ? foldersIn(folder) : [folder],
  );
  const done = folders.filter((folder) => existsSync(join(folder, 'package.json'))).length;
  return folders.length === 0 ? undefined : `${done} of ${folders.length} packages`;
};

/** Errors only: packages that ask for a newer Node than npm runs on get it, the pinned one. */
const install = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs exactly what the lock file says, unless that is what stands there already.
 * @throws Error with what npm said when it fails
 */
export const ensureInstalled = async () => {
  const lockText = await readFile(lockFile, 'utf8');
  const wanted = hashOf(lockText);
  if ((await textOf(stampFile)) === wanted) return;
  if (!(await installedByHand(lockText))) {
    const { code, output } = await withProgress(
      'Installing (once for each change of package-lock.json)',
      () => npm(install),
      { detail: unpacked },
    );
    if (code !== 0) throw new Error(`${output}\nnpm ci failed with exit code ${code}.`);
  }
  await writeFile(stampFile, wanted);
};
