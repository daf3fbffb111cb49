import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Interrupted, root, runStep } from './children.mjs';

export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

const tool = (...path) => join('node_modules', ...path);
const node = async (args, env) => (await runStep(process.execPath, args, { env })).code;

const buildStep = () =>
  build().then(
    () => 0,
    (error) => {
      if (error instanceof Interrupted) throw error;
      console.error(error.message);
      return 1;
    },
  );

const checks = () => {
  const folders = ['libs', 'services', 'apps', 'benchmarks'].filter((folder) =>
    existsSync(join(root, folder)),
  );
  return [
    ['types', () => node([tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.tests.json'])],
    ['lint', () => node([tool('eslint', 'bin', 'eslint.js'), '.'])],
    [
      'boundaries',
      () =>
        node([
          tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
          ...folders,
          '--config',
          '.dependency-cruiser.mjs',
        ]),
    ],
    ['format', () => node([tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'])],
    ['build', buildStep],
  ];
};

/** A spec file that could not even be loaded has no tests to count, so it counts as one failure. */
const countsOf = (results) => ({
  passed: results.numPassedTests,
  failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
  skipped: results.numPendingTests + results.numTodoTests,
});

/** @returns jest's exit code and counts; one failure where jest left no results */
const specs = async (args, env) => {
  const folder = await mkdtemp(join(tmpdir(), 'tributary-test-'));
  const results = join(folder, 'results.json');
  try {
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    const jest = [tool('jest', 'bin', 'jest.js'), '--json', '--outputFile', results];
    // A driver's idle connection, which a broker closes after ten minutes, must not hold up the count.
    const code = await node([...flags, ...jest, '--forceExit', ...args], env);
    const text = await readFile(results, 'utf8').catch(() => undefined);
    return { code, counts: text ? countsOf(JSON.parse(text)) : { passed: 0, failed: 1, skipped: 0 } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Jest by itself leaves a core to the watcher that there is none of here, which of two is half. */
const workers = (args) =>
  args.some((each) => /^(-i|-w|--runInBand|--maxWorkers)/.test(each)) ? [] : ['--maxWorkers=100%'];

/**
 * Every check, then every spec; a check that fails stops nothing and counts as one failure in the
 * last line.
 * @param args handed to jest
 * @returns the exit code of the first failure, or 0
 */
export const test = async (args) => {
  const failures = [];
  for (const [name, check] of checks()) {
    console.error(`• ${name}`);
    const code = await check();
    if (code !== 0) failures.push({ name, code });
  }
  console.error('• specs');
  const { code, counts } = await specs([...workers(args), ...args]);
  for (const { name } of failures) console.error(`✕ ${name} failed, see above`);
  const failed = counts.failed + failures.length + (code !== 0 && counts.failed === 0 ? 1 : 0);
  console.log(countLine({ ...counts, failed }));
  return failures[0]?.code ?? code;
};

/**
 * Some specs and nothing else, on what is built.
 * @param args handed to jest
 * @param env what they see of the environment, where it is not that of this process
 * @returns jest's exit code
 */
export const onlySpecs = async (args, env) => {
  const { code, counts } = await specs([...workers(args), ...args], env);
  console.log(countLine(counts));
  return code;
};

/** What is true of the services apart, and what must stay true of the platform when they are. */
const apart =
  'apps/platform/e2e/(cluster|river|feed|webhooks|oversell|backorder|reordered|served-elsewhere|short-pickup|holds|change-order).e2e';

/**
 * The specs of the platform, with two processes of each service on the engines that the cluster would take.
 * @param args handed to jest
 * @returns jest's exit code
 */
export const clusterSpecs = async (args) => {
  const { findEngines } = await import('@tributary/cluster/engines');
  const engines = await findEngines(process.env, (line) => console.error(line));
  const env = {
    ...process.env,
    TRIBUTARY_E2E_REPLICAS: '2',
    TRIBUTARY_E2E_EVENT_STORE: engines.eventStore,
    TRIBUTARY_E2E_READ_STORE: engines.mongodb,
    TRIBUTARY_E2E_BUS: `kafka://${engines.kafka}`,
  };
  return onlySpecs(['-i', apart, ...args], env).finally(() => engines.stop());
};
