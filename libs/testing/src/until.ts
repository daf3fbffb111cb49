import { setTimeout as delay } from 'node:timers/promises';

const pause = 20;

/**
 * Asks until the answer is truthy, and gives it back.
 * @param longest milliseconds
 * @throws Error naming what did not come true, with the last thing that went wrong on the way
 */
export const until = async <T>(
  what: string,
  ask: () => T | Promise<T>,
  longest = 60_000,
): Promise<NonNullable<T>> => {
  const end = performance.now() + longest;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<T>;
    if (performance.now() > end) throw new Error(`Not within ${longest} ms: ${what}.`);
    await delay(pause);
  }
};
