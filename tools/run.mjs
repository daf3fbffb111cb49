#!/usr/bin/env node
/**
 * `node tools/run.mjs <start|demo|cluster|hostile|simulate|cli|bench|test|specs|build> [arguments]`: does what the command needs first,
 * then the command. Runs under any Node ≥ 20 with nothing installed: installs what the lock file
 * says, goes on under the pinned Node, builds what changed.
 */
import { build } from './runner/build.mjs';
import { Interrupted, become } from './runner/children.mjs';
import { ensureInstalled } from './runner/install.mjs';
import { continueUnderPinnedNode } from './runner/runtime.mjs';
import { clusterSpecs, countLine, onlySpecs, test } from './runner/test.mjs';

const programs = {
  start: {
    file: 'apps/platform/dist/main.js',
    flags: ['--disable-proto=delete', '--max-semi-space-size=32'],
  },
  demo: { file: 'apps/cli/dist/main.js', before: ['demo'] },
  cluster: { file: 'apps/cluster/dist/main.js' },
  hostile: { file: 'apps/hostile/dist/main.js' },
  simulate: { file: 'apps/simulation/dist/main.js' },
  cli: { file: 'apps/cli/dist/main.js' },
  bench: { file: 'benchmarks/dist/main.js', flags: ['--expose-gc'] },
};

/** What is not a program to become. */
const steps = ['test', 'specs', 'build'];

const usage = `Usage: node tools/run.mjs <${[...Object.keys(programs), ...steps].join('|')}> [arguments]`;

const run = async (command, args) => {
  if (!steps.includes(command) && !Object.hasOwn(programs, command)) throw new Error(usage);
  await ensureInstalled();
  await continueUnderPinnedNode();
  if (command === 'test') return test(args);
  await build();
  if (command === 'build') return 0;
  if (command === 'specs') return onlySpecs(args);
  if (command === 'cluster' && args[0] === 'test') return clusterSpecs(args.slice(1));
  const { file, flags = [], before = [] } = programs[command];
  return become(flags, file, [...before, ...args]);
};

const [command = '', ...rest] = process.argv.slice(2);
try {
  process.exitCode = await run(command, rest[0] === '--' ? rest.slice(1) : rest);
} catch (error) {
  console.error(error.message);
  if (command === 'test') console.log(countLine({ passed: 0, failed: 1, skipped: 0 }));
  process.exitCode = error instanceof Interrupted ? error.exitCode : 1;
}
