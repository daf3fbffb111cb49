import type { LedgerEntry } from '../api/stock.ts';

/** Entries that are shown at once. */
const shown = 50;

/** An entry of a ledger with the units by which it moved each figure. */
export interface Step {
  readonly entry: LedgerEntry;
  readonly onHand: number;
  readonly reserved: number;
}

/**
 * Which entries to ask for, to show those up to one: what an entry moved is reckoned from what stood before it, so
 * the one before the first is asked for, too.
 * @param last version of the newest that is to be shown
 */
export const partUpTo = (last: number): { readonly from: number; readonly limit: number } => {
  const from = Math.max(1, last - shown);
  return { from, limit: last - from + 1 };
};

/** Version of the newest entry that such a part leaves to show; undefined where there is none. */
export const lastBefore = (entries: readonly Pick<LedgerEntry, 'version'>[]): number | undefined => {
  const first = entries[0]?.version ?? 1;
  return first > 1 ? first : undefined;
};

const nothing = { onHand: 0, reserved: 0 };

/** The entries of such a part with what each moved, newest first. */
export const stepsOf = (entries: readonly LedgerEntry[]): readonly Step[] =>
  entries
    .flatMap((entry, index) => {
      const before = entry.version === 1 ? nothing : entries[index - 1];
      return before
        ? [{ entry, onHand: entry.onHand - before.onHand, reserved: entry.reserved - before.reserved }]
        : [];
    })
    .toReversed();
