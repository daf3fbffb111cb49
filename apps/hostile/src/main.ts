import { parseArgs } from 'node:util';
import { playAgainstOwn } from './hostile.ts';
import { kinds } from './kinds/index.ts';
import { type Result, playAll } from './play.ts';
import { exitCodeOf, reportOf } from './report.ts';
import { targetAt } from './target.ts';

const usage = 'Usage: npm run hostile [-- --short | -- --url URL --key ADMIN-KEY]';

const options = {
  short: { type: 'boolean', default: false },
  url: { type: 'string' },
  key: { type: 'string' },
} as const;

/** @throws Error that says how it is called */
const settingsOf = (args: readonly string[]) => {
  try {
    const { short, url, key } = parseArgs({ args: [...args], options }).values;
    if ((url === undefined) !== (key === undefined)) throw new Error('--url and --key come together.');
    return {
      short,
      running: url !== undefined && key !== undefined ? { url: new URL(url).origin, key } : undefined,
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`, { cause: error });
  }
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const tell = ({ kind, tried, held }: Result): void => say(`  ${kind}: ${held} of ${tried} held`);

const main = async (args: readonly string[]): Promise<number> => {
  const { short, running } = settingsOf(args);
  const results = running
    ? await playAll(
        kinds,
        targetAt(() => running.url, running.key, { short }),
        tell,
      )
    : await playAgainstOwn(short, tell);
  say(`\n${reportOf(results)}`);
  return exitCodeOf(results);
};

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
