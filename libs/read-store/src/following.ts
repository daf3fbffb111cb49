import { ReadStoreUnavailable } from './port.ts';

/**
 * What the checkpoint of a consumer stands for when its process declares: collections built up to it,
 * and those that still have to be. One that is declared no more is left behind by the checkpoint from
 * now on, so it is forgotten, and built anew should it come back. Names say enough: which version of a
 * collection was built is remembered with the collection.
 */
export const comparedWith = (
  built: readonly string[],
  declared: readonly string[],
): { follows: readonly string[]; unbuilt: readonly string[] } => ({
  follows: declared.filter((name) => built.includes(name)),
  unbuilt: declared.filter((name) => !built.includes(name)),
});

/**
 * A process that folds other collections than its group's newest must not move their checkpoint: a
 * collection it does not know, or that the newest left behind, would miss what it passes over. It waits
 * to be replaced; started again, it is the newest.
 * @throws ReadStoreUnavailable
 */
export const checkFollowing = (
  consumer: string,
  follows: readonly string[],
  declared: readonly string[],
): void => {
  if (follows.length === declared.length && follows.every((name) => declared.includes(name))) return;
  throw new ReadStoreUnavailable(
    `${consumer} is being built with other collections, by another version of this service.`,
  );
};
