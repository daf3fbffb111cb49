import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Projection } from '@tributary/read-store';

/** What is at one location of one SKU, now. */
export interface StockPosition {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly updatedAt: string;
}

export const stockPositions: Collection<StockPosition> = {
  name: 'inventory.stock',
  version: 1,
  fields: {
    sku: { type: 'text', of: ({ sku }) => sku },
    location: { type: 'text', of: ({ location }) => location },
  },
  indexes: [['sku'], ['location', 'sku']],
};

interface StockData {
  readonly sku?: string;
  readonly location?: string;
  readonly delta?: number;
  readonly quantity?: number;
}

/** Change of the reserved quantity by each kind of fact; on hand changes by `delta`. */
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

export const stockPosition: Projection<StockPosition> = {
  collection: stockPositions,
  idOf: ({ type, data }) => {
    const { sku, location } = data as StockData;
    return type.startsWith('tributary.inventory.') ? `${sku}@${location}` : undefined;
  },
  evolve: (position, { type, data, time }: RecordedEvent) => {
    const { sku = '', location = '', delta = 0, quantity = 0 } = data as StockData;
    const onHand = (position?.onHand ?? 0) + delta;
    const reserved = (position?.reserved ?? 0) + reservedBy(type, quantity);
    const updatedAt = position && position.updatedAt > time ? position.updatedAt : time;
    return { sku, location, onHand, reserved, available: Math.max(0, onHand - reserved), updatedAt };
  },
};
