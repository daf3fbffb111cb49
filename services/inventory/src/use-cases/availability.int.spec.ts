import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { knownLocations } from '../projections/known-location/known-location.ts';
import { stockPositions } from '../projections/stock-position/stock-position.ts';
import { Availability } from './availability.ts';

const since = '2026-03-02T10:00:00.000Z';

describe('What can be sold of a SKU', () => {
  let store: ReadStore;
  let availability: Availability;
  beforeEach(async () => {
    store = openSqliteReadStore(':memory:');
    await store.declare([stockPositions, knownLocations]);
    availability = new Availability(store);
  });
  afterEach(() => store.close());

  const position = (location: string, available: number) => ({
    ...{ sku: 'MUG', location, onHand: available, reserved: 0, available },
    updatedAt: since,
  });
  const stock = (levels: Record<string, number>) =>
    store.apply(
      Object.entries(levels).map(([location, available]) => ({
        collection: stockPositions,
        id: `MUG@${location}`,
        document: position(location, available),
      })),
      [],
    );
  const network = (active: Record<string, boolean>) =>
    store.apply(
      Object.entries(active).map(([location, isActive]) => ({
        collection: knownLocations,
        id: location,
        document: { location, active: isActive, since },
      })),
      [],
    );

  it('counts every location, however many there are', async () => {
    const shops = Array.from({ length: 451 }, (_, index) => `shop-${index}`);
    await stock(Object.fromEntries(shops.map((shop) => [shop, 1])));
    await network(Object.fromEntries(shops.map((shop) => [shop, true])));
    const { available, locations } = await availability.of('MUG');
    expect([available, locations.length]).toEqual([451, 451]);
    expect(locations.map(({ location }) => location)).toEqual([...shops].sort());
  });

  it('is only what lies at active locations of the network', async () => {
    await stock({ leeds: 3, york: 4, attic: 5 });
    await network({ leeds: true, york: false });
    expect(await availability.of('MUG')).toEqual({
      sku: 'MUG',
      available: 3,
      locations: [{ location: 'leeds', available: 3 }],
    });
    expect(
      await availability.marked([position('leeds', 3), position('york', 4), position('attic', 5)]),
    ).toEqual([
      position('leeds', 3),
      { ...position('york', 4), notSold: 'location-inactive' },
      { ...position('attic', 5), notSold: 'location-not-defined' },
    ]);
  });

  it('is nothing where none of its locations is of the network', async () => {
    await stock({ attic: 5 });
    await network({ leeds: true });
    expect(await availability.of('MUG')).toEqual({ sku: 'MUG', available: 0, locations: [] });
  });

  it('is all there is while no location was ever defined', async () => {
    await stock({ attic: 5, leeds: 2 });
    expect(await availability.of('MUG')).toMatchObject({ available: 7, locations: [{}, {}] });
    expect(await availability.marked([position('attic', 5)])).toEqual([position('attic', 5)]);
  });
});
