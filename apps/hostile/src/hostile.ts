import { kinds } from './kinds/index.ts';
import { startPlatform } from './own-platform.ts';
import { type Result, playKind } from './play.ts';
import type { Target } from './target.ts';

/** Plays every kind against a platform, and tells of each that is over. */
export const playAll = async (
  target: Target,
  onResult: (result: Result) => void = () => {},
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  try {
    for (const kind of kinds) {
      const result = await playKind(kind, target);
      results.push(result);
      onResult(result);
    }
  } finally {
    await target.takeKeysBack().catch(() => {});
  }
  return results;
};

/**
 * Plays every kind against a platform that is started for it, with a data folder of its own, and removed after it.
 * @param short less of everything: what `npm test` plays
 */
export const playAgainstOwn = async (
  short: boolean,
  onResult?: (result: Result) => void,
): Promise<readonly Result[]> => {
  const { target, remove } = await startPlatform(short);
  return playAll(target, onResult).finally(remove);
};
