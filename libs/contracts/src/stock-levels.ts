import type { InventoryFact } from './facts/index.ts';
import type { LocationId, Sku } from './identifiers.ts';

/** What a fact of a stock ledger changes: units on hand and units promised. */
export interface StockChange {
  readonly sku: Sku;
  readonly location: LocationId;
  readonly onHand: number;
  readonly reserved: number;
}

/** The one rule by which every service that follows the ledgers knows the levels; undefined for other facts. */
export const stockChangeOf = (fact: InventoryFact): StockChange | undefined => {
  switch (fact.type) {
    case 'tributary.inventory.reserved.v1':
      return { ...placeOf(fact.data), onHand: 0, reserved: fact.data.quantity };
    case 'tributary.inventory.released.v1':
    case 'tributary.inventory.reservation-broken.v1':
      return { ...placeOf(fact.data), onHand: 0, reserved: -fact.data.quantity };
    case 'tributary.inventory.issued.v1':
      return { ...placeOf(fact.data), onHand: fact.data.delta, reserved: -issuedOfReserved(fact.data) };
    case 'tributary.inventory.received.v1':
    case 'tributary.inventory.counted.v1':
    case 'tributary.inventory.count-restated.v1':
    case 'tributary.inventory.adjusted.v1':
    case 'tributary.inventory.sold.v1':
    case 'tributary.inventory.moved-out.v1':
    case 'tributary.inventory.moved-in.v1':
    case 'tributary.inventory.returned.v1':
      return { ...placeOf(fact.data), onHand: fact.data.delta, reserved: 0 };
    case 'tributary.inventory.supply-expected.v1':
    case 'tributary.inventory.fact-ignored.v1':
      return { ...placeOf(fact.data), onHand: 0, reserved: 0 };
    case 'tributary.availability.policy-set.v1':
    case 'tributary.allocation.reserved.v1':
    case 'tributary.allocation.refused.v1':
    case 'tributary.allocation.broken.v1':
      return undefined;
    default:
      return fact satisfies never;
  }
};

/** Of goods issued, what came out of their reservation. */
export const issuedOfReserved = ({ quantity, beyond = 0 }: IssuedUnits): number => quantity - beyond;

interface IssuedUnits {
  readonly quantity: number;
  readonly beyond?: number | undefined;
}

const placeOf = ({ sku, location }: { sku: Sku; location: LocationId }) => ({ sku, location });
