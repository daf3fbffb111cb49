import { backoff } from '../live/backoff.ts';

/** Whether the platform answers, and since when it does not (milliseconds since 1970). */
export type Reach = { readonly is: 'there' } | { readonly is: 'away'; readonly since: number };

export interface ReachSurroundings {
  /** Whether the platform answers now; never rejects. */
  readonly probe: () => Promise<boolean>;
  /** Resolves after so many milliseconds at the earliest, and while nobody looks not before somebody does. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

/**
 * Keeps track of whether the platform answers. It is away once a request found nobody and a question for it found
 * nobody either: one that failed alone is told where it was asked. It is asked again, ever more seldom, until it answers.
 */
export const reachOver = ({ probe, wait, now }: ReachSurroundings) => {
  let state: Reach = { is: 'there' };
  let isFollowed = false;
  const listeners = new Set<() => void>();
  const returns = new Set<() => void>();
  const become = (next: Reach): void => {
    const isBack = state.is === 'away' && next.is === 'there';
    state = next;
    for (const listener of listeners) listener();
    if (isBack) for (const told of returns) told();
  };
  /** Asks now. */
  const check = async (): Promise<boolean> => {
    const since = state.is === 'away' ? state.since : now();
    const answers = await probe();
    if (answers && state.is === 'away') become({ is: 'there' });
    else if (!answers && state.is === 'there') become({ is: 'away', since });
    return answers;
  };
  const follow = async (): Promise<void> => {
    if (isFollowed) return;
    isFollowed = true;
    for (let attempt = 0; !(await check()); attempt += 1) await wait(backoff(attempt, Math.random()));
    isFollowed = false;
  };
  const listened =
    (those: Set<() => void>) =>
    (listener: () => void): (() => void) => {
      those.add(listener);
      return () => those.delete(listener);
    };
  return {
    state: (): Reach => state,
    check,
    /** A request found nobody. */
    missed: (): void => void follow(),
    subscribe: listened(listeners),
    /** Told each time that the platform answers again. */
    onReturn: listened(returns),
  };
};
