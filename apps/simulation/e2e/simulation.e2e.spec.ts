import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mutants } from '../src/mutants.ts';

const program = new URL('../dist/main.js', import.meta.url).pathname;
const whenBuilt = existsSync(program) ? describe : describe.skip;

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** As `npm run simulate -- …` does. */
const simulate = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });

/** How many seeds of a world are played; more by `TRIBUTARY_SEEDS`. */
const seeds = process.env['TRIBUTARY_SEEDS'] ?? '2000';
const longest = 30 * 60_000;

whenBuilt('A simulated platform keeps every promise, whatever befalls it', () => {
  it.each(['embedded', 'distributed'])(
    'in the %s world',
    async (world) => {
      const { code, said } = await simulate('--world', world, '--seeds', seeds);
      expect(said).toMatch(new RegExp(`^${world}: [\\d,]+ seeds, 0 failed; [\\d,]+ a minute a core\\n$`));
      expect(code).toBe(0);
    },
    longest,
  );
});

whenBuilt('A simulation of faulty code', () => {
  it.each(mutants.map(({ name, wrong, world, seed }) => ({ name, wrong, world, seed })))(
    'finds one that $wrong ($name, seed $seed of the $world world)',
    async ({ name, world, seed }) => {
      const { code, said } = await simulate(
        ...['--mutant', name, '--world', world, '--first', `${seed}`, '--seeds', seeds],
      );
      expect(said).toContain(`of the ${world} world failed`);
      expect(said).not.toContain('does not fit');
      expect(code).toBe(1);
    },
    longest,
  );
});

whenBuilt('A seed', () => {
  it('is the same story each time', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => simulate('--world', 'distributed', '--seed', '7', '--trace')),
    );
    const story = ({ said }: Ended) => said.split('\n').filter((line) => /^\d\d:|^seed/.test(line));
    expect(story(one!).length).toBeGreaterThan(50);
    expect(story(other!)).toEqual(story(one!));
  });

  it('that fails is told with as little as it takes, and how to play it again', async () => {
    const { said } = await simulate(
      '--mutant',
      'oversells',
      '--shrink',
      '--world',
      'embedded',
      '--seeds',
      seeds,
    );
    const [, told = ''] = said.split('It takes no more than this:\n');
    const story = told.slice(0, told.indexOf('  Again:')).trim().split('\n');
    expect(story.length).toBeLessThan(8);
    expect(story.join()).toContain('tributary.order.captured.v1');
    expect(said).toMatch(/Again: npm run simulate -- --world embedded --seed \d+ --trace/);
  });

  it('that nobody knows is refused with what is possible', async () => {
    const { code, said } = await simulate('--seed', 'x');
    expect(said).toContain('--seed is a whole number from 1 on, not x.');
    expect(said).toContain('npm run simulate -- --minutes');
    expect(code).toBe(2);
  });
});
