import { Kernel, SimulatedProcess, seededChance } from './index.ts';

const opened = (seed = 1) => new Kernel(seededChance(seed), 1_000);
const never = () => false;

describe('A world of virtual time', () => {
  it('lets things happen when they are due, each with all that follows from it before the next', async () => {
    const kernel = opened();
    const happened: string[] = [];
    kernel.after(20, () => happened.push(`later at ${kernel.now}`));
    kernel.after(10, () => {
      void (async () => {
        for (let step = 0; step < 50; step += 1) await Promise.resolve();
        happened.push(`sooner at ${kernel.now}`);
      })();
    });
    await kernel.run(never);
    expect(happened).toEqual(['sooner at 1010', 'later at 1020']);
  });

  it('has chance say what comes first of what is due at one moment, the same for the same seed', async () => {
    const order = async (seed: number) => {
      const kernel = opened(seed);
      const happened: number[] = [];
      for (let number = 0; number < 20; number += 1) kernel.after(5, () => happened.push(number));
      await kernel.run(never);
      return happened.join();
    };
    const orders = await Promise.all([1, 1, 2, 3].map(order));
    expect(orders[0]).toBe(orders[1]);
    expect(new Set(orders).size).toBe(3);
  });

  it('forgets what was prevented, and ends when told', async () => {
    const kernel = opened();
    const happened: string[] = [];
    const prevent = kernel.after(1, () => happened.push('prevented'));
    for (const name of ['one', 'two', 'three']) kernel.after(happened.length + 2, () => happened.push(name));
    prevent();
    await kernel.run(() => happened.length === 2);
    expect(happened).toHaveLength(2);
  });

  it('gives one story one hash, and another to another', async () => {
    const told = async (...lines: string[]) => {
      const kernel = opened();
      for (const [at, line] of lines.entries()) kernel.after(at + 1, () => kernel.note(line));
      await kernel.run(never);
      return kernel.hash;
    };
    expect(await told('a', 'b')).toBe(await told('a', 'b'));
    expect(await told('a', 'b')).not.toBe(await told('b', 'a'));
  });
});

describe('A simulated process', () => {
  it('goes no further once it was killed, wherever it waits', async () => {
    const kernel = opened();
    const process = new SimulatedProcess(kernel, 'one');
    const done: number[] = [];
    void process.enter(async () => {
      for (let step = 1; ; step += 1) {
        await process.waits(10);
        done.push(step);
      }
    });
    kernel.after(35, () => process.kill());
    await kernel.run(never);
    expect(done).toEqual([1, 2, 3]);
  });

  it('handles what came while it slept when it wakes, and its clock does not show that it slept', async () => {
    const kernel = opened();
    const process = new SimulatedProcess(kernel, 'one', -500);
    const woken: number[] = [];
    void process.waits(10).then(() => woken.push(process.clock));
    process.sleep(300);
    await kernel.run(never);
    expect(woken).toEqual([800]);
    expect(process.uptime).toBe(300);
  });

  it('has sent what it sent, although it ended since', async () => {
    const kernel = opened();
    const process = new SimulatedProcess(kernel, 'one');
    const arrived: string[] = [];
    void process.enter(async () => {
      await kernel.passes(10);
      arrived.push('there');
      await process.waits(10);
      arrived.push('back');
    });
    kernel.after(5, () => process.kill());
    await kernel.run(never);
    expect(arrived).toEqual(['there']);
  });
});
