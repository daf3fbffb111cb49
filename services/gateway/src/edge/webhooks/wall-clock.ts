import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../use-cases/webhooks/outgoing.ts';

/** The time of this machine. */
export const wallClock: Clock = {
  now: Date.now,
  wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => {}),
};
