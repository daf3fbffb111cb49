import type { StockPosition } from '../api/stock.ts';

/** Units over several locations. */
export interface Totals {
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
}

const nothing: Totals = { onHand: 0, reserved: 0, available: 0 };

const sumOf = (positions: readonly Totals[]): Totals =>
  positions.reduce(
    (sum, { onHand, reserved, available }) => ({
      onHand: sum.onHand + onHand,
      reserved: sum.reserved + reserved,
      available: sum.available + available,
    }),
    nothing,
  );

/** What is there over all locations; `sold` is that of those that sell, where some do not. */
export const totalsOf = (
  positions: readonly StockPosition[],
): { readonly all: Totals; readonly sold?: Totals } => {
  const selling = positions.filter(({ notSold }) => notSold === undefined);
  return {
    all: sumOf(positions),
    ...(selling.length < positions.length && { sold: sumOf(selling) }),
  };
};
