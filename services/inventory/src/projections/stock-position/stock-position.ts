import { type InventoryFact, placeKeyOf, stockChangeOf } from '@tributary/contracts';
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

const changeOf = (event: RecordedEvent) => stockChangeOf(event as unknown as InventoryFact);

export const stockPosition: Projection<StockPosition> = {
  collection: stockPositions,
  idOf: (event) => {
    const change = changeOf(event);
    return change && placeKeyOf(change.sku, change.location);
  },
  evolve: (position, event) => {
    const change = changeOf(event);
    if (!change) return position;
    const onHand = (position?.onHand ?? 0) + change.onHand;
    const reserved = (position?.reserved ?? 0) + change.reserved;
    const updatedAt = position && position.updatedAt > event.time ? position.updatedAt : event.time;
    const { sku, location } = change;
    return { sku, location, onHand, reserved, available: Math.max(0, onHand - reserved), updatedAt };
  },
};
