import type { SkuAvailability } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { type KnownLocation, knownLocations } from '../projections/known-location/known-location.ts';
import { type StockPosition, stockPositions } from '../projections/stock-position/stock-position.ts';

/** Why nothing is sold from a location, though there may be stock. */
export type NotSold = 'location-inactive' | 'location-not-defined';

const pageSize = 200;

/**
 * What can be sold. Sourcing serves only from active locations of the network, so only they sell here, too.
 * Where no location was ever defined there is no network to ask: inventory is used alone, and all stock counts.
 */
export class Availability {
  constructor(private readonly store: Pick<ReadStore, 'find' | 'getMany'>) {}

  async of(sku: string): Promise<SkuAvailability> {
    const locations: SkuAvailability['locations'][number][] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.store.find(stockPositions, {
        where: { sku },
        sort: { by: 'sku', direction: 'asc' },
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      const positions = await this.marked(items.map(({ json }) => JSON.parse(json) as StockPosition));
      for (const { location, available, notSold } of positions)
        if (!notSold) locations.push({ location, available });
      if (next === undefined) break;
      cursor = next;
    }
    return { sku, available: locations.reduce((sum, { available }) => sum + available, 0), locations };
  }

  /** Positions as they are, each with why nothing is sold from there, where that is so. */
  async marked<P extends StockPosition>(positions: readonly P[]): Promise<(P & { notSold?: NotSold })[]> {
    const ids = [...new Set(positions.map(({ location }) => location))];
    const known = await this.store.getMany(knownLocations, ids);
    if (known.length === 0 && !(await this.hasNetwork())) return [...positions];
    const isActive = new Map(
      known.map(({ id, json }) => [id, (JSON.parse(json) as KnownLocation).active] as const),
    );
    return positions.map((position) => {
      const active = isActive.get(position.location);
      if (active === true) return position;
      return { ...position, notSold: active === false ? 'location-inactive' : 'location-not-defined' };
    });
  }

  private async hasNetwork(): Promise<boolean> {
    const { items } = await this.store.find(knownLocations, {
      sort: { by: 'location', direction: 'asc' },
      limit: 1,
    });
    return items.length > 0;
  }
}
