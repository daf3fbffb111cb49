import { List } from 'immutable';

/**
 * The movements of a ledger, summed block by block: what moved after a moment is looked up in those blocks
 * alone that the moment divides, however long the ledger is.
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
  /** When the first and the last movement among them happened, UTC ISO 8601; undefined where none did. */
  readonly happened?: { readonly first: string; readonly last: string };
}

export const entriesInBlock = 512;

const emptyFrom = (from: number): Block => ({ from, entries: 0, delta: 0 });

export const noMovements: MovementBlocks = { full: List(), last: emptyFrom(1) };

/** @param entry one more of the ledger; its `delta` where it moves goods */
export const withEntry = (
  { full, last }: MovementBlocks,
  entry: { readonly time?: string; readonly data: unknown },
): MovementBlocks => {
  const now = extended(last, entry);
  return now.entries < entriesInBlock
    ? { full, last: now }
    : { full: full.push(now), last: emptyFrom(now.from + now.entries) };
};

const extended = (
  block: Block,
  { time = '', data }: { readonly time?: string; readonly data: unknown },
): Block => {
  const { delta } = data as { readonly delta?: number };
  const entries = block.entries + 1;
  if (delta === undefined) return { ...block, entries };
  const { first, last } = block.happened ?? { first: time, last: time };
  return {
    from: block.from,
    entries,
    delta: block.delta + delta,
    happened: { first: time < first ? time : first, last: time > last ? time : last },
  };
};

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
