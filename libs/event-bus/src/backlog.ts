import type { GroupStatus } from './port.ts';

/** A group that has not moved for so long stands still: what it waits for is not in our hands. In milliseconds. */
const standstill = 3_000;
/** Between two counts, in milliseconds. */
const interval = 10;

/**
 * How far consumer groups are behind, as what is let in should follow it. A group that stands still is not
 * waited for, since keeping others out does not help it; nor is one that catches up with what was there
 * before it started, or that is so far behind that what was let in cannot be the reason.
 * @param groups as they are now, or were a moment ago
 * @param most messages that a group may be behind for being counted
 * @param now milliseconds of a clock that never goes back
 * @returns messages that the farthest of them has still to handle, counted anew a moment after the last time
 */
export const backlogOf = (
  groups: () => readonly GroupStatus[],
  most: number,
  now: () => number = () => performance.now(),
): (() => number) => {
  const seen = new Map<string, { readonly position: number; readonly since: number }>();
  let countedAt = Number.NEGATIVE_INFINITY;
  let behind = 0;
  const moves = ({ group, position }: GroupStatus, at: number): boolean => {
    const before = seen.get(group);
    if (before?.position === position) return at - before.since < standstill;
    seen.set(group, { position, since: at });
    return true;
  };
  const count = (at: number): number =>
    groups()
      .filter((group) => moves(group, at) && group.following && group.lag <= most)
      .reduce((farthest, { lag }) => Math.max(farthest, lag), 0);
  return () => {
    const at = now();
    if (at - countedAt >= interval) {
      behind = count(at);
      countedAt = at;
    }
    return behind;
  };
};
