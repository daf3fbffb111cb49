import { kinds } from './kinds/index.ts';
import { startPlatform } from './own-platform.ts';
import { type Result, playAll } from './play.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Plays every kind against a platform that is started for it, with a data folder of its own, and removed after
 * it, also where somebody asks for the end.
 * @param short less of everything: what `npm test` plays
 * @param onResult is told of each that is over
 */
export const playAgainstOwn = async (
  short: boolean,
  onResult?: (result: Result) => void,
): Promise<readonly Result[]> => {
  const { target, remove } = await startPlatform(short);
  const onSignal = () => void remove().finally(() => process.exit(1));
  for (const signal of signals) process.once(signal, onSignal);
  return playAll(kinds, target, onResult)
    .finally(remove)
    .finally(() => signals.forEach((signal) => process.off(signal, onSignal)));
};
