/** How far the clocks of several machines, or one that is set right, differ without being wrong, in milliseconds. */
const clocksDiffer = 60_000;

/** Told that this machine's clock is behind what is recorded already: one of the two is wrong. Both UTC ISO 8601. */
export type ToldOfClock = (recorded: string, now: string) => void;

const isBeyond = (recorded: string, now: number): boolean => Date.parse(recorded) - now > clocksDiffer;

const latestOf = (times: readonly string[]): string =>
  times.reduce((latest, time) => (time > latest ? time : latest), '');

/**
 * When something is recorded now; tells where the clock is behind what it follows. Times do not run backwards by as little as clocks differ, so that what processes
 * record one after the other is in that order. Of a greater difference nobody can tell which of the two clocks is
 * wrong; then the one of now counts, since one that was ahead once would give its time to everything until then.
 * @param now milliseconds
 * @param before when that was recorded which it follows, ISO 8601; empty for nothing
 * @returns ISO 8601
 */
export const recordedTimeAt = (told: ToldOfClock, now: number, ...before: readonly string[]): string => {
  tellIfBehind(told, now, ...before);
  return latestOf([new Date(now).toISOString(), ...before.filter((time) => !isBeyond(time, now))]);
};

/**
 * Tells where the clock is behind what is recorded, by more than clocks differ.
 * @param now milliseconds
 * @param before when that was recorded which was recorded last, ISO 8601; empty for nothing
 */
export const tellIfBehind = (told: ToldOfClock, now: number, ...before: readonly string[]): void => {
  const latest = latestOf(before);
  if (isBeyond(latest, now)) told(latest, new Date(now).toISOString());
};
