import { backlogOf } from './backlog.ts';
import type { GroupStatus } from './port.ts';

const group = (name: string, lag: number, position: number, following = true): GroupStatus => ({
  group: name,
  lag,
  position,
  parked: 0,
  following,
});

/** What is behind, of groups that are set, on a clock that is set. */
const counting = () => {
  const at = { now: 0, groups: [] as GroupStatus[] };
  const behind = backlogOf(
    () => at.groups,
    1_000,
    () => at.now,
  );
  return (now: number, ...groups: GroupStatus[]) => {
    Object.assign(at, { now, groups });
    return behind();
  };
};

describe('What is behind', () => {
  it('is what the farthest group has still to handle', () => {
    expect(counting()(0, group('a', 3, 7), group('b', 9, 1))).toBe(9);
    expect(counting()(0)).toBe(0);
  });

  it('does not wait for a group that stands still, until it moves again', () => {
    const behindAt = counting();
    expect(behindAt(0, group('a', 500, 1))).toBe(500);
    expect(behindAt(2_900, group('a', 700, 1))).toBe(700);
    expect(behindAt(3_100, group('a', 710, 1), group('b', 20, 5))).toBe(20);
    expect(behindAt(3_200, group('a', 600, 120), group('b', 20, 6))).toBe(600);
  });

  it('does not count one that catches up with what was there before, or after its store was away', () => {
    expect(counting()(0, group('new', 800, 1, false), group('b', 2, 1))).toBe(2);
    expect(counting()(0, group('was away', 1_001, 1), group('b', 2, 1))).toBe(2);
  });

  it('is counted anew a moment later, not each time that somebody asks', () => {
    const behindAt = counting();
    expect(behindAt(0, group('a', 5, 1))).toBe(5);
    expect(behindAt(9, group('a', 6, 2))).toBe(5);
    expect(behindAt(10, group('a', 6, 2))).toBe(6);
  });
});
