import { afterEach, describe, expect, it } from '@jest/globals';
import type { Coordination } from '../coordination.ts';

export interface OpenedCoordination {
  /** Two processes on one store. */
  readonly processes: readonly [Coordination, Coordination];
  close(): Promise<void>;
}

/** Until the signal aborts. */
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** The meaning of what replicas agree on through their store. */
export const describeCoordination = (name: string, open: () => Promise<OpenedCoordination>): void => {
  describe(`Replicas agreeing through ${name}`, () => {
    const opened: OpenedCoordination[] = [];
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
    });
    const two = async () => {
      const each = await open();
      opened.push(each);
      return each;
    };

    it('keeps how far something has come', async () => {
      const [one, other] = (await two()).processes;
      expect(await other.position('relay')).toBeUndefined();
      await one.savePosition('relay', 41);
      await one.savePosition('relay', 42);
      await one.savePosition('another', 7);
      expect(await other.position('relay')).toBe(42);
    });

    it('keeps the furthest of what only goes forward, whoever says so last', async () => {
      const [one, other] = (await two()).processes;
      await one.advancePosition('relay', 41);
      await other.advancePosition('relay', 43);
      await one.advancePosition('relay', 42);
      expect(await other.position('relay')).toBe(43);
      await other.savePosition('relay', 0);
      expect(await one.position('relay')).toBe(0);
      await one.advancePosition('relay', 1);
      expect(await other.position('relay')).toBe(1);
    });

    it('lets one process work at a time, and another go on when it ends', async () => {
      const { processes } = await two();
      const stop = new AbortController();
      let working = 0;
      const worked: string[] = [];
      const overlaps: number[] = [];
      const turn = (who: string) => async () => {
        working += 1;
        overlaps.push(working);
        worked.push(who);
        await new Promise(setImmediate);
        working -= 1;
        if (worked.length >= 6) stop.abort();
      };
      await Promise.all(processes.map((process, n) => process.alone('relay', stop.signal, turn(String(n)))));
      expect(worked.length).toBeGreaterThanOrEqual(6);
      expect(overlaps).toEqual(overlaps.map(() => 1));
    });

    it('lets work with different names go on side by side', async () => {
      const { processes } = await two();
      const stop = new AbortController();
      let working = 0;
      await Promise.all(
        processes.map((process, n) =>
          process.alone(`relay-${n}`, stop.signal, async (held) => {
            working += 1;
            if (working === 2) stop.abort();
            await aborted(held);
          }),
        ),
      );
      expect(working).toBe(2);
    });

    it('tells the work to end when its caller does, and gives the name back at once', async () => {
      const { processes } = await two();
      const [first, second] = [new AbortController(), new AbortController()];
      const begun = new Promise<void>((resolve) => {
        void processes[0].alone('relay', first.signal, async (held) => {
          resolve();
          await aborted(held);
        });
      });
      await begun;
      const taken = processes[1].alone('relay', second.signal, async () => second.abort());
      first.abort();
      await taken;
      expect(second.signal.aborted).toBe(true);
    });
  });
};
