import type { Ground } from './ground.ts';

export interface Readiness {
  readonly status: 'ready' | 'catching-up' | 'missing' | 'draining';
  readonly behind?: readonly { readonly group: string; readonly lag: number }[];
  readonly missing?: readonly string[];
}

/** An engine that does not answer within this is missing, in milliseconds. */
const patience = 2_000;

/**
 * Whether requests should come here: every consumer has caught up with what was there when it
 * started, every engine answers, and the process is not on its way out.
 */
export const readinessOf = (ground: Pick<Ground, 'groups' | 'missing'>, isDraining: () => boolean) => {
  let caughtUp = false;
  return async (): Promise<Readiness> => {
    if (isDraining()) return { status: 'draining' };
    const missing = await within(patience, ground.missing());
    if (missing.length > 0) return { status: 'missing', missing };
    if (caughtUp) return { status: 'ready' };
    const { items } = await ground.groups.status();
    const behind = items.filter(({ following }) => !following).map(({ group, lag }) => ({ group, lag }));
    if (behind.length > 0 || items.length === 0) return { status: 'catching-up', behind };
    caughtUp = true;
    return { status: 'ready' };
  };
};

const within = async (
  milliseconds: number,
  answer: Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const timer = Promise.withResolvers<readonly string[]>();
  const timeout = setTimeout(() => timer.resolve(['an engine does not answer']), milliseconds);
  try {
    return await Promise.race([answer, timer.promise]);
  } finally {
    clearTimeout(timeout);
  }
};
