import type { RecordedEvent } from '@tributary/event-store';
import { movedAfter } from '../domain/stock/counts.ts';
import { type MovementBlocks, movedAfterIn } from '../domain/stock/movement-blocks.ts';

/**
 * Units by which a ledger moved after a moment; of its entries those are read that the moment divides.
 * @param time UTC ISO 8601
 * @param read so many entries, from a version on
 */
export const movedSince = async (
  movements: MovementBlocks,
  time: string,
  read: (from: number, limit: number) => Promise<readonly RecordedEvent[]>,
): Promise<number> => {
  const { sum, divided } = movedAfterIn(movements, time);
  let moved = sum;
  for (const { from, entries } of divided) moved += movedAfter(await read(from, entries), time);
  return moved;
};
