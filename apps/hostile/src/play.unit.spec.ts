import type { Attempt, Kind } from './kind.ts';
import { playAll, playKind } from './play.ts';
import { exitCodeOf, reportOf } from './report.ts';
import type { Answer } from './answer.ts';
import type { OwnPlatform, Target } from './target.ts';

const answer = (status: number, text: string): Answer => ({
  status,
  text,
  headers: new Headers(),
  body: undefined,
  took: 1,
});

const own: OwnPlatform = {
  lives: () => true,
  crash: () => Promise.resolve(),
  verify: () => Promise.resolve({ code: 0, output: '' }),
};

/** Ready, and small. */
const target = (more: Partial<Target> = {}): Target => ({
  url: () => 'http://127.0.0.1:1',
  ask: (path) =>
    Promise.resolve(
      path === '/metrics' ? answer(200, 'process_resident_memory_bytes 1000\n') : answer(200, '{}'),
    ),
  keyOf: () => Promise.resolve('key'),
  settled: () => Promise.resolve(),
  takeKeysBack: () => Promise.resolve(),
  short: true,
  own,
  ...more,
});

const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  request: 'GET /v1/keys without a key',
  must: '401',
  play: () => Promise.resolve({ held: true, answer: '401' }),
  ...more,
});

const kindOf = (...attempts: readonly Attempt[]): Kind => ({
  name: 'doors',
  harmless: true,
  attempts: () => Promise.resolve(attempts),
});

const open = attempt({ play: () => Promise.resolve({ held: false, answer: '200 {"items":[]}' }) });

describe('What is tried against a platform', () => {
  it('is reported as held where all of it held, and the program ends with 0', async () => {
    const results = [await playKind(kindOf(attempt()), target())];
    expect(results).toEqual([{ kind: 'doors', tried: 4, held: 4, failures: [] }]);
    expect(exitCodeOf(results)).toBe(0);
  });

  it('is reported with its request and the answer where it did not hold, and the program ends with 1', async () => {
    const results = [await playKind(kindOf(attempt(), open), target())];
    expect(results).toMatchObject([{ tried: 5, held: 4 }]);
    expect(reportOf(results).split('\n')).toEqual([
      'kind   tried  held  did not hold',
      'doors  5      4     1',
      '✕ doors: GET /v1/keys without a key → 200 {"items":[]} (must be: 401)',
    ]);
    expect(exitCodeOf(results)).toBe(1);
  });

  it('is given up where ten did not hold, so that its end is seen', async () => {
    const { tried, held, failures } = await playKind(kindOf(attempt(), ...Array(50).fill(open)), target());
    expect({ tried, held, failures: failures.length }).toEqual({ tried: 11, held: 1, failures: 10 });
  });

  it('did not hold where the connection broke, and what comes next is tried all the same', async () => {
    const broken = attempt({
      play: () => Promise.reject(new Error('fetch failed', { cause: new Error('ECONNRESET') })),
    });
    const { failures, tried } = await playKind(kindOf(broken, attempt()), target());
    expect(tried).toBe(5);
    expect(failures).toMatchObject([{ answer: 'fetch failed: ECONNRESET' }]);
  });

  it('did not hold where what it needs beforehand is refused', async () => {
    const kind: Kind = { ...kindOf(), attempts: () => Promise.reject(new Error('No key could be issued.')) };
    expect((await playKind(kind, target())).failures).toMatchObject([{ answer: 'No key could be issued.' }]);
  });

  it.each<[string, Partial<Target>, string]>([
    ['has ended', { own: { ...own, lives: () => false } }, 'has ended'],
    [
      'is not ready',
      {
        ask: (path) =>
          Promise.resolve(
            path === '/readyz' ? answer(503, '{}') : answer(200, 'process_resident_memory_bytes 1\n'),
          ),
      },
      '503 {}',
    ],
    [
      'takes too much memory',
      { ask: () => Promise.resolve(answer(200, 'process_resident_memory_bytes 2000000000\n')) },
      '1907 MB',
    ],
    ['tells nothing of its memory', { ask: () => Promise.resolve(answer(200, '')) }, 'NaN MB'],
  ])('did not hold where the platform afterwards %s', async (_, state, told) => {
    expect((await playKind(kindOf(attempt()), target(state))).failures).toMatchObject([{ answer: told }]);
  });

  it('harms nobody where the platform ran already', async () => {
    let harmed = false;
    const harmful: Kind = {
      name: 'crashes',
      harmless: false,
      attempts: () => {
        harmed = true;
        return Promise.resolve([]);
      },
    };
    const results = await playAll([harmful, kindOf(attempt())], target({ own: undefined }));
    expect(results.map(({ kind }) => kind)).toEqual(['doors']);
    expect(harmed).toBe(false);
  });
});
