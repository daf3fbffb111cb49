import { setTimeout as wait } from 'node:timers/promises';
import type { Coordination } from './coordination.ts';

/** One process's claim on a name, as its store keeps it. */
export interface Claim {
  /** Takes the lease where nobody has it; says whether it is held now. */
  take(): Promise<boolean>;
  /** Whether it was renewed, or is somebody else's; undefined where it is still held and was not renewed. */
  renew(): Promise<boolean | undefined>;
  /** Lets another take it at once. */
  giveBack(): Promise<void>;
}

/**
 * Work in one process at a time by leases that are renewed while it goes on, and lapse where they are not.
 * @param claimOn a claim of its own for whoever asks
 * @param leaseTime how long a lease lasts unless it is renewed, in milliseconds
 */
export const aloneBy =
  (claimOn: (name: string) => Claim, leaseTime: number): Coordination['alone'] =>
  async (name, signal, work) => {
    const claim = claimOn(name);
    while (!signal.aborted) {
      const held = await claim.take().catch(() => false);
      if (held) await during(claim, leaseTime, signal, work);
      await wait(leaseTime / 10, undefined, { signal }).catch(() => {});
    }
  };

/** Does the work while the lease holds; gives it back afterwards. */
const during = async (
  claim: Claim,
  leaseTime: number,
  signal: AbortSignal,
  work: (held: AbortSignal) => Promise<void>,
): Promise<void> => {
  const ending = new AbortController();
  const held = AbortSignal.any([signal, ending.signal]);
  const renewing = renewUntil(held, claim, leaseTime, () => ending.abort());
  try {
    await work(held);
  } finally {
    ending.abort();
    await renewing;
    await claim.giveBack().catch(() => {});
  }
};

const renewUntil = async (
  held: AbortSignal,
  claim: Claim,
  leaseTime: number,
  lose: () => void,
): Promise<void> => {
  // Others may take it then, whatever an answer is still waited for.
  let expiring = setTimeout(lose, leaseTime);
  while (!held.aborted) {
    await wait(leaseTime / 3, undefined, { signal: held }).catch(() => {});
    if (held.aborted) break;
    const asked = performance.now();
    const renewed = await claim.renew().catch(() => undefined);
    if (renewed === false) lose();
    if (!renewed) continue;
    clearTimeout(expiring);
    expiring = setTimeout(lose, leaseTime - (performance.now() - asked));
  }
  clearTimeout(expiring);
};
