import type { Target } from './target.ts';

/**
 * What another caller may have to wait while something is under way, in milliseconds: more where other specs
 * have the machine at the same time.
 */
export const longestForOthers = ({ short }: Target): number => (short ? 5_000 : 1_000);

/**
 * Asks again and again while something is under way.
 * @returns how long the slowest answer took, in milliseconds
 * @throws Error another answer than 200, or what the work rejects with
 */
export const slowestMeanwhile = async (
  { ask }: Target,
  work: Promise<unknown>,
  path = '/v1/me',
): Promise<number> => {
  let under = true;
  let slowest = 0;
  const end = () => void (under = false);
  work.then(end, end);
  while (under) {
    const { status, took, text } = await ask(path);
    if (status !== 200) throw new Error(`GET ${path} meanwhile: ${status} ${text}`);
    slowest = Math.max(slowest, took);
  }
  await work;
  return slowest;
};
