import { stockChangeOf } from '@tributary/contracts';
import type { StockFact } from './stock.ts';

/** What somebody else believes of a stock, in units; what is left out they do not say. */
export interface Belief {
  readonly onHand?: number | undefined;
  readonly reserved?: number | undefined;
  readonly available?: number | undefined;
}

/** What is there by the ledger, in units. */
export interface Standing {
  readonly onHand: number;
  readonly reserved: number;
}

/** An entry of a ledger with both of its times, UTC ISO 8601. */
export interface Told {
  readonly fact: StockFact;
  readonly at: string;
  readonly recordedAt: string;
}

/** How a belief came about, as far as the ledger shows it. */
export type Reason = 'told-later' | 'not-known-yet' | 'left-out' | 'counted-twice' | 'ahead' | 'promised';

/** The entries, oldest first, that make the difference; none where nothing explains it. */
export interface Explanation<Entry extends Told> {
  readonly why: Reason | 'unexplained';
  readonly entries: readonly Entry[];
}

interface Change extends Standing {
  readonly isNone: boolean;
}

/** What an entry moves, in units. */
export const changeOf = ({ fact }: Told): Change => {
  const { onHand, reserved } = stockChangeOf(fact) ?? { onHand: 0, reserved: 0 };
  return { onHand, reserved, isNone: onHand === 0 && reserved === 0 };
};

const plus = (standing: Standing, change: Standing, times: number): Standing => ({
  onHand: standing.onHand + times * change.onHand,
  reserved: standing.reserved + times * change.reserved,
});

/** What may still be promised. */
export const availableOf = ({ onHand, reserved }: Standing): number => Math.max(0, onHand - reserved);

/** Whether a belief holds of a standing, in all that it says. */
export const holds = (belief: Belief, standing: Standing): boolean =>
  (belief.onHand ?? standing.onHand) === standing.onHand &&
  (belief.reserved ?? standing.reserved) === standing.reserved &&
  (belief.available ?? availableOf(standing)) === availableOf(standing);

/** A belief less what the ledger says, in all that it says. */
export const differenceOf = (belief: Belief, standing: Standing): Belief => ({
  ...(belief.onHand !== undefined && { onHand: belief.onHand - standing.onHand }),
  ...(belief.reserved !== undefined && { reserved: belief.reserved - standing.reserved }),
  ...(belief.available !== undefined && { available: belief.available - availableOf(standing) }),
});

/**
 * Which entries make the difference between a belief and the ledger. Ways to come by it are tried in turn, the
 * likeliest first: what was told after their moment, the last entries, one that is left out, one that counts twice,
 * what came after their moment, and what is promised.
 * @param ours what stood at their moment
 * @param entries of the ledger, in its order; the newest are enough, those before them explain nothing then
 * @param asOf their moment, UTC ISO 8601; now where it is left out
 */
export const explanationOf = <Entry extends Told>(
  theirs: Belief,
  ours: Standing,
  entries: readonly Entry[],
  asOf?: string,
): Explanation<Entry> => {
  const moving = entries.filter((entry) => !changeOf(entry).isNone);
  const held = moving.filter(({ at }) => asOf === undefined || at <= asOf);
  const later = asOf === undefined ? [] : moving.filter(({ at }) => at > asOf);
  const explains = (standing: Standing) => holds(theirs, standing);
  const ways: readonly (readonly [Reason, () => readonly Entry[] | undefined])[] = [
    ['told-later', () => toldLater(ours, held, explains, asOf)],
    ['not-known-yet', () => shortest(ours, held.toReversed(), -1, explains)?.toReversed()],
    ['left-out', () => single(ours, held, -1, explains)],
    ['counted-twice', () => single(ours, held, 1, explains)],
    ['ahead', () => shortest(ours, later, 1, explains)],
    ['promised', () => promised(theirs, ours, held)],
  ];
  for (const [why, entriesOf] of ways) {
    const found = entriesOf();
    if (found) return { why, entries: found };
  }
  return { why: 'unexplained', entries: [] };
};

type Explains = (standing: Standing) => boolean;

/** What had happened by their moment and was recorded after it: they could not know. */
const toldLater = <Entry extends Told>(
  ours: Standing,
  held: readonly Entry[],
  explains: Explains,
  asOf: string | undefined,
): readonly Entry[] | undefined => {
  if (asOf === undefined) return undefined;
  const late = held.filter(({ recordedAt }) => recordedAt > asOf);
  const known = late.reduce((standing, entry) => plus(standing, changeOf(entry), -1), ours);
  return late.length > 0 && explains(known) ? late : undefined;
};

/** The fewest of the first entries that, taken away or added one after the other, come to what is believed. */
const shortest = <Entry extends Told>(
  ours: Standing,
  entries: readonly Entry[],
  times: 1 | -1,
  explains: Explains,
): readonly Entry[] | undefined => {
  let standing = ours;
  const last = entries.findIndex((entry) => {
    standing = plus(standing, changeOf(entry), times);
    return explains(standing);
  });
  return last === -1 ? undefined : entries.slice(0, last + 1);
};

/** The newest entry that alone comes to what is believed. */
const single = <Entry extends Told>(
  ours: Standing,
  held: readonly Entry[],
  times: 1 | -1,
  explains: Explains,
): readonly Entry[] | undefined => {
  const found = held.findLast((entry) => explains(plus(ours, changeOf(entry), times)));
  return found && [found];
};

/** They sell what is promised, or take it for gone from the shelf. */
const promised = <Entry extends Told>(
  theirs: Belief,
  ours: Standing,
  held: readonly Entry[],
): readonly Entry[] | undefined => {
  const isTakenForGone = holds(theirs, { onHand: ours.onHand - ours.reserved, reserved: 0 });
  const isSold = holds(theirs, { onHand: ours.onHand, reserved: 0 });
  return ours.reserved > 0 && (isTakenForGone || isSold) ? openOf(held) : undefined;
};

/** Entries of which a promise is open still. */
const openOf = <Entry extends Told>(held: readonly Entry[]): readonly Entry[] => {
  const open = new Map<string, number>();
  for (const entry of held) {
    const { reserved } = changeOf(entry);
    const { data } = entry.fact;
    if ('reservationId' in data) open.set(data.reservationId, (open.get(data.reservationId) ?? 0) + reserved);
  }
  return held.filter(
    ({ fact }) =>
      fact.type === 'tributary.inventory.reserved.v1' && (open.get(fact.data.reservationId) ?? 0) > 0,
  );
};
