import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Task, Told } from './thread.ts';
import { type WorldName, worldNames } from './world-names.ts';

const usage = `npm run simulate                         20,000 seeds of each world
npm run simulate -- --seeds 2000         so many; --first N where they begin
npm run simulate -- --minutes 600        as many as fit
npm run simulate -- --world embedded     one world alone
npm run simulate -- --seed 7 --trace     one seed, and what happens in it
npm run simulate -- --mutant NAME        with a fault built in, until it is found; --shrink tells it shortly`;

interface Asked {
  readonly worlds: readonly WorldName[];
  readonly first: number;
  readonly count: number;
  readonly within: number;
  readonly trace: boolean;
  readonly shrink: boolean;
  readonly mutant?: string;
}

/** @throws TypeError an unknown option, or a value that is none */
const asked = (args: string[]): Asked => {
  const { values } = parseArgs({
    args,
    options: {
      world: { type: 'string' },
      seeds: { type: 'string', default: '20000' },
      first: { type: 'string', default: '1' },
      seed: { type: 'string' },
      minutes: { type: 'string' },
      mutant: { type: 'string' },
      trace: { type: 'boolean', default: false },
      shrink: { type: 'boolean', default: false },
    },
  });
  const world = worldNames.find((name) => name === values.world);
  if (values.world !== undefined && !world)
    throw new TypeError(`--world is one of ${worldNames.join(', ')}, not ${values.world}.`);
  const minutes = values.minutes === undefined ? Infinity : numberOf('minutes', values.minutes);
  const only = values.seed === undefined ? undefined : numberOf('seed', values.seed);
  return {
    worlds: world ? [world] : worldNames,
    first: only ?? numberOf('first', values.first),
    count:
      only !== undefined
        ? 1
        : Number.isFinite(minutes)
          ? Number.MAX_SAFE_INTEGER
          : numberOf('seeds', values.seeds),
    within: minutes * 60_000,
    trace: values.trace,
    shrink: values.shrink || values.mutant === undefined,
    ...(values.mutant !== undefined && { mutant: values.mutant }),
  };
};

const numberOf = (option: string, text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new TypeError(`--${option} is a whole number from 1 on, not ${text}.`);
  return number;
};

/** @returns how many seeds failed */
const simulate = async (
  world: WorldName,
  { first, count, within, trace, shrink, mutant }: Asked,
): Promise<number> => {
  const threads = Math.min(count, mutant === undefined ? availableParallelism() : 1);
  const tasks = Array.from({ length: threads }, (_, index): Task => ({
    world,
    first: first + index,
    count: count - index,
    step: threads,
    within,
    trace,
    untilFailure: mutant !== undefined,
    shrink,
    ...(mutant !== undefined && { mutant }),
  }));
  let failed = 0;
  let [played, busy] = [0, 0];
  const hear = (told: Told): void => {
    switch (told.kind) {
      case 'note':
        return console.log(told.line);
      case 'failed':
        failed += 1;
        return console.log(failureOf(world, told));
      case 'done':
        played += told.played;
        busy += told.milliseconds;
        if (count === 1 && failed === 0)
          console.log(`seed ${first} of the ${world} world is well: ${told.hash}`);
        return;
      default:
        told satisfies never;
    }
  };
  await Promise.all(tasks.map((task) => running(task, hear)));
  const pace = Math.round((played / busy) * 60_000).toLocaleString('en');
  console.log(`${world}: ${played.toLocaleString('en')} seeds, ${failed} failed; ${pace} a minute a core`);
  return failed;
};

const running = (task: Task, hear: (told: Told) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData: task });
    worker.on('message', hear);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });

const failureOf = (
  world: WorldName,
  { seed, hash, faults, history }: Extract<Told, { kind: 'failed' }>,
): string =>
  [
    `seed ${seed} of the ${world} world failed: ${hash}`,
    ...faults.slice(0, 5).map((fault) => `  ${fault}`),
    ...(history.length > 0 ? ['  It takes no more than this:', ...history.map((line) => `    ${line}`)] : []),
    `  Again: npm run simulate -- --world ${world} --seed ${seed} --trace`,
  ].join('\n');

try {
  const request = asked(process.argv.slice(2));
  let failed = 0;
  for (const world of request.worlds) failed += await simulate(world, request);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof TypeError ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 2;
}
