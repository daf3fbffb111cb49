import { type Admission, type GroupStatus, admissionBy, backlogOf, unbounded } from '@tributary/event-bus';
import type { ConsumerGroups } from '@tributary/gateway';

/** A group this many times as far behind as what can wait is let in to did not get there by what was let in. */
const beyond = 10;
/** How old what is known of groups in other processes may be, in milliseconds. */
const interval = 500;

/**
 * Lets new work in by how far the groups are behind that are known here.
 * @param most messages that a group may be behind; 0 for no bound
 */
export const admissionOf = (groups: () => readonly GroupStatus[], most: number): Admission =>
  most === 0 ? unbounded : admissionBy(backlogOf(groups, beyond * most), most);

/**
 * The groups of all processes as they were a moment ago, asked for anew in the background where somebody wants
 * to know. While they cannot be asked, what is known stays.
 */
export const latelyOf = (groups: ConsumerGroups): (() => readonly GroupStatus[]) => {
  let known: readonly GroupStatus[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking = false;
  const ask = async (): Promise<void> => {
    asking = true;
    askedAt = performance.now();
    const { items } = await groups.status();
    known = items;
  };
  return () => {
    if (!asking && performance.now() - askedAt >= interval)
      ask()
        .catch(() => {})
        .finally(() => (asking = false));
    return known;
  };
};
