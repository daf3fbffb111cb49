import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';

/** Before what goes on beside a service is begun again after it failed, in milliseconds. */
const pause = 1_000;

/** Runs what goes on beside a service until the stop, again after a failure: what it needs may be away. */
export const keptGoing = async (
  name: string,
  beside: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  logger: Pick<LoggerService, 'warn'>,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      await beside(signal);
      return;
    } catch (error) {
      if (signal.aborted) return;
      logger.warn(`What goes on beside ${name} failed and begins again: ${String(error)}`, 'platform');
      await delay(pause, undefined, { signal }).catch(() => {});
    }
  }
};
