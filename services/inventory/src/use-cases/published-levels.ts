import type { StockState } from '@tributary/contracts';
import type { Place, StateRecord, StateTopic } from '@tributary/event-bus';
import type { ProjectorOptions } from '@tributary/read-store';
import type { StockPosition } from '../projections/stock-position/stock-position.ts';

/**
 * Publishes levels as stock positions change, each under the key of its ledger with the place up to which
 * it is folded: of a ledger, there is one level for a place, whoever folds it and however often.
 */
export const publishedLevels =
  (levels: StateTopic): NonNullable<ProjectorOptions['publish']> =>
  (positions, through) =>
    levels.publish(
      [...positions].flatMap(([key, position]) =>
        position ? [stateOf(key, position as StockPosition, through)] : [],
      ),
    );

const stateOf = (
  key: string,
  { sku, location, onHand, reserved, updatedAt }: StockPosition,
  { partition, offset }: Place,
): StateRecord => ({
  key,
  data: {
    sku,
    location,
    onHand,
    reserved,
    updatedAt,
    through: { partition, offset },
  } satisfies StockState,
  time: updatedAt,
});
