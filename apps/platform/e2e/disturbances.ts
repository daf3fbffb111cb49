import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster, Replica } from '@tributary/testing/cluster';

/** What befalls one process. */
interface Disturbance {
  readonly replica: Replica;
  readonly kind: 'killed' | 'paused';
  /** Until it is started again, or resumed, in milliseconds. */
  readonly length: number;
}

/** Longest that a process stands still, in milliseconds: longer than a group waits for a member, and than a lease. */
const longestPause = 14_000;
const longestAbsence = 3_000;

/** What is known of a disturbed cluster, so that a failing run says what was done. */
export interface Disturbed {
  readonly told: readonly string[];
}

/**
 * Kills or pauses some process of a cluster every second until the signal aborts, and lets it go on a
 * while later; then all of them run and are ready.
 * @param chance 0 ≤ number < 1
 */
export const disturb = async (
  cluster: Cluster,
  signal: AbortSignal,
  chance: () => number,
): Promise<Disturbed> => {
  const busy = new Set<Replica>();
  const under: Promise<void>[] = [];
  const told: string[] = [];
  while (!signal.aborted) {
    const free = cluster.replicas.filter((replica) => !busy.has(replica));
    const replica = free[Math.floor(chance() * free.length)];
    if (replica) {
      const disturbance = disturbanceOf(replica, chance);
      told.push(`${replica.name} ${disturbance.kind} for ${Math.round(disturbance.length)} ms`);
      busy.add(replica);
      under.push(endure(disturbance, signal).finally(() => busy.delete(replica)));
    }
    await delay(1_000, undefined, { signal }).catch(() => {});
  }
  await Promise.all(under);
  await cluster.startAll();
  return { told };
};

const disturbanceOf = (replica: Replica, chance: () => number): Disturbance => {
  const kind = chance() < 0.4 ? 'killed' : 'paused';
  // Most are short, since long ones leave nobody to disturb.
  const length = chance() ** 2 * (kind === 'killed' ? longestAbsence : longestPause);
  return { replica, kind, length };
};

const endure = async ({ replica, kind, length }: Disturbance, signal: AbortSignal): Promise<void> => {
  if (kind === 'killed') await replica.end('SIGKILL');
  else replica.pause();
  await delay(length, undefined, { signal }).catch(() => {});
  if (kind === 'paused') {
    replica.resume();
    return;
  }
  replica.start();
  // One that is starting is not worth a kill: nothing is in its hands yet.
  await replica.ready();
};
