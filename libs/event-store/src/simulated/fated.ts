import type { Fate, Weather } from './weather.ts';

/** Fates of the requests of a kind in this order, of both kinds together where none is named; calm once they are used up. */
export const fated = (fates: readonly Fate[], befallen?: 'write' | 'read'): Weather => {
  const left = [...fates];
  return {
    request: async (kind) => {
      await new Promise(setImmediate);
      return befallen === undefined || kind === befallen ? (left.shift() ?? 'done') : 'done';
    },
    answered: () => Promise.resolve(),
  };
};
