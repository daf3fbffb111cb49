/**
 * How long to wait before the next try, in milliseconds: doubling from one second to thirty, with up to
 * half of it left to chance so that all consoles do not return at once ("equal jitter").
 * @param attempt 0 for the first retry
 * @param chance in [0, 1)
 */
export const backoff = (attempt: number, chance: number): number => {
  const ceiling = Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 5));
  return Math.round(ceiling / 2 + (ceiling / 2) * chance);
};
