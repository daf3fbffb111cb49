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

/** The first entries of a ledger as a sum, and which after them are to be read. */
export interface Summed {
  readonly sum: Figure;
  /** Versions of the first and the last that are to be read; none are where the last comes before the first. */
  readonly from: number;
  readonly to: number;
}

/**
 * What stood after so many entries, as far as blocks say it: fewer entries than a block has are to be read.
 * @param known version of the last that counts; all blocks before it are looked at
 */
export const summedTo = ({ full, last }: MovementBlocks, known: number): Summed => {
  const blocks = [...full, last];
  const divided = blocks.findIndex((block) => endOf(block) > known);
  const whole = divided === -1 ? blocks : blocks.slice(0, divided);
  return { sum: whole.map(sumOf).reduce(plus, nothing), from: firstAfter(whole), to: known };
};

const sumOf = ({ delta, reserved, entries }: Block): Figure => ({ onHand: delta, reserved, entries });

const firstAfter = (blocks: readonly Block[]): number => (blocks.map(endOf).at(-1) ?? 0) + 1;

/** Version of its last entry. */
const endOf = ({ from, entries }: Block): number => from + entries - 1;
