import type { AvailabilityPolicy, AvailabilityRule, SkuAvailability } from '@tributary/contracts';
import type { Setting } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { ruleFor, toldOf } from '../domain/availability/policy.ts';
import { type KnownLocation, knownLocations } from '../projections/known-location/known-location.ts';
import { type StockPosition, stockPositions } from '../projections/stock-position/stock-position.ts';

/** Why nothing is sold from a location, though there may be stock. */
export type NotSold = 'location-inactive' | 'location-not-defined';

const pageSize = 200;

type Sold = SkuAvailability['locations'][number];
type Unsold = NonNullable<SkuAvailability['notSold']>[number];

/**
 * What can be sold. Sourcing serves only from active locations of the network, so only they sell here, too.
 * Where no location was ever defined there is no network to ask: inventory is used alone, and all stock counts.
 */
export class Availability {
  /** @param policy what channels are told */
  constructor(
    private readonly store: Pick<ReadStore, 'find' | 'getMany'>,
    private readonly policy: Pick<Setting<AvailabilityPolicy>, 'current'>,
  ) {}

  /**
   * @param skus each of which is answered, in their order
   * @param channel that it is told to; what can be sold at all where none is named
   */
  async of(skus: readonly string[], channel?: string): Promise<readonly SkuAvailability[]> {
    const rule = channel === undefined ? undefined : ruleFor(channel, await this.policy.current());
    return Promise.all(skus.map((sku) => this.told(sku, channel, rule)));
  }

  private async told(
    sku: string,
    channel: string | undefined,
    rule: AvailabilityRule | undefined,
  ): Promise<SkuAvailability> {
    const locations: Sold[] = [];
    const notSold: Unsold[] = [];
    for (const { location, available, notSold: why } of await this.positions(sku)) {
      const told = rule && !why ? toldOf(sku, { location, available }, rule) : { location, available };
      if (why) notSold.push({ ...told, why });
      else if ('why' in told) notSold.push(told);
      else locations.push(told);
    }
    const sum = locations.reduce((all, { available }) => all + available, 0);
    const most = rule?.most;
    return {
      sku,
      ...(channel !== undefined && { channel }),
      available: Math.min(sum, most ?? sum),
      locations,
      ...(most !== undefined && { most }),
      ...(notSold.length > 0 && { notSold }),
    };
  }

  private async positions(sku: string) {
    const positions: (StockPosition & { notSold?: NotSold })[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.store.find(stockPositions, {
        where: { sku },
        sort: { by: 'sku', direction: 'asc' },
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      positions.push(...(await this.marked(items.map(({ json }) => JSON.parse(json) as StockPosition))));
      if (next === undefined) return positions;
      cursor = next;
    }
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
