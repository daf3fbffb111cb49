import { type InventoryFact, type LocationId, stockChangeOf } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { Collection } from '@tributary/read-store';

/** What sourcing knows of one SKU: units that can be sold, by location. */
export interface SkuStock {
  readonly sku: string;
  readonly locations: Readonly<Record<string, { readonly onHand: number; readonly reserved: number }>>;
}

export const skuStocks: Collection<SkuStock> = {
  name: 'sourcing.stock',
  version: 2,
  fields: { sku: { type: 'text', of: ({ sku }) => sku } },
  indexes: [],
};

/** A location may have any name, also one that objects have members of. */
const levelAt = (stock: SkuStock | undefined, location: string) =>
  stock && Object.hasOwn(stock.locations, location) ? stock.locations[location] : undefined;

const changeOf = (event: RecordedEvent) => stockChangeOf(event as unknown as InventoryFact);

export const concernsStock = (event: RecordedEvent): boolean => changeOf(event) !== undefined;

/** So that the document is the same whichever location was told of first; one that is there keeps its place. */
const byName = (locations: SkuStock['locations']): SkuStock['locations'] =>
  Object.fromEntries(Object.entries(locations).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The SKU's levels after a fact of its ledgers. */
export const evolveSkuStock = (stock: SkuStock | undefined, event: RecordedEvent): SkuStock | undefined => {
  const change = changeOf(event);
  if (!change) return stock;
  const { sku, location } = change;
  const { onHand, reserved } = levelAt(stock, location) ?? { onHand: 0, reserved: 0 };
  const level = { onHand: onHand + change.onHand, reserved: reserved + change.reserved };
  return withLevel(stock, { sku, location, ...level });
};

interface Level {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
  readonly reserved: number;
}

/** The SKU's levels with this one in the place of what is known of its location. */
export const withLevel = (
  stock: SkuStock | undefined,
  { sku, location, onHand, reserved }: Level,
): SkuStock => {
  const locations = { ...stock?.locations, [location]: { onHand, reserved } };
  return { sku, locations: levelAt(stock, location) ? locations : byName(locations) };
};

/** The SKU's levels at the other locations; undefined where there is none. */
export const withoutLevel = ({ sku, locations }: SkuStock, location: string): SkuStock | undefined => {
  const others = Object.entries(locations).filter(([name]) => name !== location);
  return others.length > 0 ? { sku, locations: Object.fromEntries(others) } : undefined;
};

const indexes = new WeakMap<SkuStock, ReadonlyMap<LocationId, number>>();
const nowhere: ReadonlyMap<LocationId, number> = new Map();

/**
 * The locations that have any of the SKU to sell, and how many units. Levels are never changed in place, so
 * that what was made of them once holds for as long as they are known.
 */
export const sellableOf = (stock: SkuStock | undefined): ReadonlyMap<LocationId, number> => {
  if (!stock) return nowhere;
  const known = indexes.get(stock);
  if (known) return known;
  const index = indexOf(stock);
  indexes.set(stock, index);
  return index;
};

const indexOf = ({ locations }: SkuStock): ReadonlyMap<LocationId, number> => {
  const index = new Map<LocationId, number>();
  for (const [location, { onHand, reserved }] of Object.entries(locations))
    if (onHand > reserved) index.set(location as LocationId, onHand - reserved);
  return index;
};
