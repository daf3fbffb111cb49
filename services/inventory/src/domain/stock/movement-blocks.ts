import { List } from 'immutable';

/**
 * The entries of a ledger, summed block by block: what moved after a moment, or what stood at one, is looked
 * up in those blocks alone that the moment divides, however long the ledger is.
 */
export interface MovementBlocks {
  /** Blocks that are full, oldest first. */
  readonly full: List<Block>;
  readonly last: Block;
}

/** So many entries of a ledger, one after the other. */
export interface Block {
  /** Version of the first. */
  readonly from: number;
  readonly entries: number;
  /** By how much they moved the ledger. */
  readonly delta: number;
  /** By how much they changed what is promised of it. */
  readonly reserved: number;
  /** When the first and the last movement among them happened; undefined where none did. */
  readonly happened?: Span;
  /** When the first and the last of all of them did; undefined of a block that is empty. */
  readonly span?: Span;
}

/** From a moment to another, UTC ISO 8601. */
interface Span {
  readonly first: string;
  readonly last: string;
}

interface Entry {
  /** When it happened, UTC ISO 8601. */
  readonly time?: string;
  /** Its `delta` where it moves goods. */
  readonly data: unknown;
  /** By how much it changes what is promised; not at all where left out. */
  readonly reserved?: number;
}

export const entriesInBlock = 512;

const emptyFrom = (from: number): Block => ({ from, entries: 0, delta: 0, reserved: 0 });

export const noMovements: MovementBlocks = { full: List(), last: emptyFrom(1) };

/** @param most entries of a block */
export const withEntryIn =
  (most: number) =>
  ({ full, last }: MovementBlocks, entry: Entry): MovementBlocks => {
    const now = extended(last, entry);
    return now.entries < most
      ? { full, last: now }
      : { full: full.push(now), last: emptyFrom(now.from + now.entries) };
  };

/** One entry more. */
export const withEntry = withEntryIn(entriesInBlock);

/** How many entries there are. */
export const entriesIn = ({ last }: MovementBlocks): number => last.from + last.entries - 1;

const extended = (block: Block, { time = '', data, reserved = 0 }: Entry): Block => {
  const { delta } = data as { readonly delta?: number };
  return {
    ...block,
    entries: block.entries + 1,
    delta: block.delta + (delta ?? 0),
    reserved: block.reserved + reserved,
    ...(delta !== undefined && { happened: spanning(block.happened, time) }),
    span: spanning(block.span, time),
  };
};

const spanning = (span: Span | undefined, time: string): Span => ({
  first: span && span.first < time ? span.first : time,
  last: span && span.last > time ? span.last : time,
});

export interface MovedAfter {
  /** Units of the blocks all of which moved after the moment. */
  readonly sum: number;
  /** Of these blocks only a part did: which, their entries say. */
  readonly divided: readonly Block[];
}

/** @param moment UTC ISO 8601; what happened at it came before */
export const movedAfterIn = ({ full, last }: MovementBlocks, moment: string): MovedAfter => {
  let sum = 0;
  const divided: Block[] = [];
  for (const block of [...full, last]) {
    if (!block.happened || block.happened.last <= moment) continue;
    if (block.happened.first > moment) sum += block.delta;
    else divided.push(block);
  }
  return { sum, divided };
};
