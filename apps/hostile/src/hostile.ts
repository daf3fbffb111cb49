import { kinds } from './kinds/index.ts';
import { startPlatform } from './own-platform.ts';
import { type Result, playAll } from './play.ts';

/**
 * Plays every kind against a platform that is started for it, with a data folder of its own, and removed after it.
 * @param short less of everything: what `npm test` plays
 * @param onResult is told of each that is over
 */
export const playAgainstOwn = async (
  short: boolean,
  onResult?: (result: Result) => void,
): Promise<readonly Result[]> => {
  const { target, remove } = await startPlatform(short);
  return playAll(kinds, target, onResult).finally(remove);
};
