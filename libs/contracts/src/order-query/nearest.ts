import { closest, distance } from 'fastest-levenshtein';

/** Most signs that a name is away from what was typed to be taken for what was meant. */
const nearEnough = 2;

/** “Did you mean …?” where one of the names is near to what was typed; nothing where none is. */
export const didYouMean = (typed: string, names: readonly string[]): string => {
  const meant = closest(typed.toLowerCase(), names);
  const away = distance(typed.toLowerCase(), meant);
  return away <= nearEnough && away < meant.length ? ` Did you mean ${meant}?` : '';
};
