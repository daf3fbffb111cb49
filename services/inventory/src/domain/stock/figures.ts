import { Map as ImmutableMap } from 'immutable';
import { stockChangeOf } from '@tributary/contracts';
import type { Block, MovementBlocks } from './movement-blocks.ts';
import type { StockFact } from './stock.ts';

/** What entries of a ledger sum to. */
export interface Figure {
  /** Units that are there. */
  readonly onHand: number;
  /** Units of these that are promised. */
  readonly reserved: number;
  /** How many entries it is the sum of. */
  readonly entries: number;
}

const nothing: Figure = { onHand: 0, reserved: 0, entries: 0 };

const plus = (one: Figure, other: Figure): Figure => ({
  onHand: one.onHand + other.onHand,
  reserved: one.reserved + other.reserved,
  entries: one.entries + other.entries,
});

const figureOf = (fact: StockFact): Figure => {
  const { onHand, reserved } = stockChangeOf(fact) ?? nothing;
  return { onHand, reserved, entries: 1 };
};

/** What stood after each of some entries that follow one another, by what stood before them. */
export const balancesAfter = (before: Figure, entries: readonly StockFact[]): readonly Figure[] => {
  let balance = before;
  return entries.map((fact) => (balance = plus(balance, figureOf(fact))));
};

/** A moment on both axes; an axis that is left out is now. */
export interface LedgerMoment {
  /** What had happened by then, told whenever, UTC ISO 8601. */
  readonly asOf?: string | undefined;
  /** Version of the last entry that was recorded by then, 0 for none. */
  readonly known: number;
}

/** The first entries of a ledger as a sum, and which after them are to be read. */
export interface Summed {
  readonly sum: Figure;
  /** Versions of the first and the last that are to be read; none are where the last comes before the first. */
  readonly from: number;
  readonly to: number;
}

/**
 * What stood at a moment, as far as blocks say it. To be read are the entries from the first block of which not all
 * hold to the last of which any may: of what was told in its order fewer than a block has, else all that lie between.
 */
export const summedAt = ({ full, last }: MovementBlocks, { asOf, known }: LedgerMoment): Summed => {
  const blocks = [...full, last];
  const divided = blocks.findIndex(
    (block) => endOf(block) > known || (asOf !== undefined && block.span && block.span.last > asOf),
  );
  const whole = divided === -1 ? blocks : blocks.slice(0, divided);
  const ending = blocks.findLast(({ span }) => asOf === undefined || (span && span.first <= asOf));
  return {
    sum: whole.map(sumOf).reduce(plus, nothing),
    from: (whole.map(endOf).at(-1) ?? 0) + 1,
    to: Math.min(known, ending ? endOf(ending) : 0),
  };
};

const sumOf = ({ delta, reserved, entries }: Block): Figure => ({ onHand: delta, reserved, entries });

/** Version of its last entry. */
const endOf = ({ from, entries }: Block): number => from + entries - 1;

/** Entries that are told apart one after the other by whether they hold at a moment. */
export interface Judged {
  readonly figure: Figure;
  /** By name, what of a reservation was made later than the moment. */
  readonly madeLater: ImmutableMap<string, Figure>;
}

/** @param before what the entries before them come to, which all hold */
export const judgedFrom = (before: Figure): Judged => ({ figure: before, madeLater: ImmutableMap() });

/**
 * Takes in the next entry. It holds where it happened by the moment; and what makes a reservation holds with what
 * ends it, that was recorded after it and happened by then: goods cannot leave a promise that was not made, and no
 * other promise is less for it.
 * @param asOf UTC ISO 8601; what happened at it holds. Everything does where it is left out
 */
export const judging =
  (asOf?: string) =>
  ({ figure, madeLater }: Judged, fact: StockFact): Judged => {
    const own = figureOf(fact);
    if (asOf === undefined || (fact.time ?? '') <= asOf) {
      const held = { figure: plus(figure, own), madeLater };
      return own.reserved < 0 && 'reservationId' in fact.data
        ? withMade(held, fact.data.reservationId)
        : held;
    }
    if (fact.type !== 'tributary.inventory.reserved.v1') return { figure, madeLater };
    const { reservationId } = fact.data;
    return {
      figure,
      madeLater: madeLater.set(reservationId, plus(madeLater.get(reservationId) ?? nothing, own)),
    };
  };

const withMade = ({ figure, madeLater }: Judged, reservationId: string): Judged => {
  const made = madeLater.get(reservationId);
  return made
    ? { figure: plus(figure, made), madeLater: madeLater.delete(reservationId) }
    : { figure, madeLater };
};
