/** How long a message is tried, in milliseconds: three days. */
export const triedFor = 3 * 24 * 3_600_000;

const first = 1_000;
const longest = 4 * 3_600_000;

/**
 * How long to wait before a message is tried again, in milliseconds: a second after the first try, twice as
 * long after each, at most four hours, of which up to a half is left to chance so that receivers are not
 * met by all at once.
 * @param failures so far, from 1
 * @param chance from 0 up to 1
 * @param asked what the receiver asked for, in milliseconds
 */
export const waitBefore = (failures: number, chance: number, asked = 0): number => {
  const wait = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return Math.max(wait * (1 - chance / 2), Math.min(asked, longest));
};
