import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Interrupted, root, runInstead, runStep } from './children.mjs';

const leastMajor = 24;

/**
 * The `node` package links the program into its own folder by an install script; where scripts are
 * off, the package for this machine may still stand beside it.
 */
const places = () => {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const platformPackage = `${prefix}-${system}-${process.arch}`;
  const program = system === 'win' ? 'bin/node.exe' : 'bin/node';
  return ['node', `node/node_modules/${platformPackage}`, platformPackage].map((folder) =>
    join(root, 'node_modules', folder, program),
  );
};

const answers = (program) =>
  runStep(program, ['--version'], { quiet: true }).then(
    ({ code, output }) => code === 0 && output.startsWith('v'),
    (error) => {
      if (error instanceof Interrupted) throw error;
      return false;
    },
  );

const pinnedNode = async () => {
  for (const program of places()) {
    if (existsSync(program) && (await answers(program))) return realpathSync(program);
  }
  return undefined;
};

/**
 * Returns under the Node this repository pins, with its folder first on the path; a process under
 * another Node starts itself again there and ends with that exit code. Without a pinned Node goes
 * on under the present one when it is new enough.
 * @throws Error when no fitting Node is found
 */
export const continueUnderPinnedNode = async () => {
  const node = await pinnedNode();
  const present = realpathSync(process.execPath);
  if (node === undefined && Number(process.versions.node.split('.')[0]) < leastMajor) {
    throw new Error(
      `Tributary needs Node ${leastMajor} or newer; this is ${process.version}, and the pinned one was not installed ` +
        '(install scripts are off?). Run `npm rebuild node --ignore-scripts=false`, or start with a newer Node.',
    );
  }
  process.env.PATH = [dirname(node ?? present), process.env.PATH].join(delimiter);
  if (node === undefined || node === present) return;
  process.exit(await runInstead(node, process.argv.slice(1)));
};
