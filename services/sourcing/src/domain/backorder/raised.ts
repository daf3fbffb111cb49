import { type InventoryFact, type LocationId, type Sku, stockChangeOf } from '@tributary/contracts';

/** More of a SKU can be sold than before. */
export interface Raised {
  readonly sku: Sku;
  readonly location: LocationId;
  /** Goods came in or were found; not when a promise of goods that are there ended. */
  readonly restocked: boolean;
}

/** What those who wait may hope for after a fact of a stock ledger; undefined when it raised nothing. */
export const raisedBy = (fact: InventoryFact): Raised | undefined => {
  const change = stockChangeOf(fact);
  if (!change || change.onHand - change.reserved <= 0) return undefined;
  const { sku, location, onHand } = change;
  return { sku, location, restocked: onHand > 0 };
};
