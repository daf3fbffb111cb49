import { type Contender, compare, tailOf } from './measure.ts';

/** A contender that spins so long for each unit. */
const spinning = (name: string, microseconds: number, log: string[]): Contender => ({
  name,
  run: () => {
    log.push(name);
    for (const end = performance.now() + (microseconds * 200) / 1_000; performance.now() < end;);
    return Promise.resolve(200);
  },
  close: () => Promise.resolve(void log.push(`${name} closed`)),
});

describe('A comparison', () => {
  it('takes the contenders in turn, swaps who goes first, and closes both', async () => {
    const log: string[] = [];
    const [ours, theirs] = [spinning('ours', 1, log), spinning('theirs', 1, log)];
    await compare({ title: 'turns', ours, theirs, unit: 'event', goal: 0, rounds: 2 });
    expect(log).toEqual([
      'ours',
      'theirs',
      'theirs',
      'ours',
      'ours',
      'theirs',
      'ours closed',
      'theirs closed',
    ]);
  });

  it('says how many times faster ours is, and whether that meets the goal', async () => {
    const [ours, theirs] = [spinning('ours', 10, []), spinning('theirs', 30, [])];
    const report = await compare({ title: 'speed', ours, theirs, unit: 'event', goal: 20, rounds: 5 });
    expect(report).toMatchObject({ title: 'speed', met: false, ratio: expect.any(Number) });
    expect(report).toMatchObject({ text: expect.stringMatching(/^speed: \d\.\d\d × \(goal 20\) MISSED/) });
  });
});

describe('The tail of a paced run', () => {
  it('is not that of the one stretch in which the machine stalled', () => {
    const waits = Array.from({ length: 500 }, (_, index) => (index < 100 ? 900 : index / 100));
    expect(tailOf(waits)).toEqual({ p99: 3.98, worst: 900 });
  });
});
