import type { Connection } from '../api/connection.ts';
import { Refused, Unreachable } from '../api/problem.ts';
import { Failure } from '../failure.ts';

interface Attempt<T> {
  /** Asked before each attempt: a platform that was started again may have another address and key. */
  readonly find: () => Connection;
  readonly run: (connection: Connection) => Promise<T>;
  /** How far the attempts have come; an attempt that got further is worth another. */
  readonly reached: () => number;
  readonly onLost: (reason: string) => void;
  /** Resolves to false when the platform did not come back in time. */
  readonly untilBack: () => Promise<boolean>;
}

/** Attempts in a row that came no further than one before them. */
const mostInVain = 3;

const mayPass = (error: unknown): error is Error =>
  error instanceof Unreachable || (error instanceof Refused && error.problem.retryable === true);

/**
 * Runs something that may be run again from its start until it succeeds, as long as each attempt gets
 * further and the platform comes back.
 * @throws Failure that says how to resume
 */
export const persist = async <T>({ find, run, reached, onLost, untilBack }: Attempt<T>): Promise<T> => {
  let furthest = 0;
  for (let inVain = 0; ;) {
    try {
      return await run(find());
    } catch (error) {
      if (!mayPass(error)) throw error;
      inVain = reached() > furthest ? 0 : inVain + 1;
      furthest = Math.max(furthest, reached());
      onLost(error.message);
      if (inVain >= mostInVain || !(await untilBack())) {
        throw new Failure(
          `${error.message} Run the same command again when the platform is back: it resumes, and what is known is skipped.`,
        );
      }
    }
  }
};
