import type { RecordedEvent } from '@tributary/event-store';
import type { Collection } from '@tributary/read-store';

/** What sourcing knows of one SKU: units that can be sold, by location. */
export interface SkuStock {
  readonly sku: string;
  readonly locations: Readonly<Record<string, { readonly onHand: number; readonly reserved: number }>>;
}

export const skuStocks: Collection<SkuStock> = {
  name: 'sourcing.stock',
  version: 1,
  fields: { sku: { type: 'text', of: ({ sku }) => sku } },
  indexes: [],
};

interface StockData {
  readonly sku: string;
  readonly location: string;
  readonly delta?: number;
  readonly quantity?: number;
}

const reservedBy = (type: string, quantity: number): number => {
  switch (type) {
    case 'tributary.inventory.reserved.v1':
      return quantity;
    case 'tributary.inventory.released.v1':
    case 'tributary.inventory.reservation-broken.v1':
    case 'tributary.inventory.issued.v1':
      return -quantity;
    default:
      return 0;
  }
};

export const concernsStock = ({ type }: RecordedEvent): boolean => type.startsWith('tributary.inventory.');

/** A location may have any name, also one that objects have members of. */
const levelAt = (stock: SkuStock | undefined, location: string) =>
  stock && Object.hasOwn(stock.locations, location) ? stock.locations[location] : undefined;

export const evolveSkuStock = (stock: SkuStock | undefined, event: RecordedEvent): SkuStock => {
  const { sku, location, delta = 0, quantity = 0 } = event.data as StockData;
  const { onHand, reserved } = levelAt(stock, location) ?? { onHand: 0, reserved: 0 };
  const level = { onHand: onHand + delta, reserved: reserved + reservedBy(event.type, quantity) };
  return { sku, locations: { ...stock?.locations, [location]: level } };
};

export const sellableAt = (stock: SkuStock | undefined, location: string): number => {
  const level = levelAt(stock, location);
  return level ? Math.max(0, level.onHand - level.reserved) : 0;
};
