import { AvailabilityPolicy } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { knownLocations } from '../projections/known-location/known-location.ts';
import { stockPositions } from '../projections/stock-position/stock-position.ts';
import { Availability } from './availability.ts';

const since = '2026-03-02T10:00:00.000Z';

describe('What can be sold of a SKU', () => {
  let store: ReadStore;
  let availability: Availability;
  let policy: AvailabilityPolicy;
  beforeEach(async () => {
    store = openSqliteReadStore(':memory:');
    await store.declare([stockPositions, knownLocations]);
    policy = { rules: [] };
    availability = new Availability(store, { current: () => Promise.resolve(policy) });
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

  const soldTo = async (channel?: string) => (await availability.of(['MUG'], channel))[0]!;

  it('counts every location, however many there are', async () => {
    const shops = Array.from({ length: 451 }, (_, index) => `shop-${index}`);
    await stock(Object.fromEntries(shops.map((shop) => [shop, 1])));
    await network(Object.fromEntries(shops.map((shop) => [shop, true])));
    const { available, locations } = await soldTo();
    expect([available, locations.length]).toEqual([451, 451]);
    expect(locations.map(({ location }) => location)).toEqual([...shops].sort());
  });

  it('is told to each channel as the policy says, and what does not count with why', async () => {
    await stock({ leeds: 30, york: 40, hull: 1, attic: 5 });
    await network({ leeds: true, york: true, hull: true, attic: false });
    policy = AvailabilityPolicy.parse({
      rules: [{ channels: ['ebay'], keepBack: 2, without: ['york'], most: 20 }],
    });
    expect(await soldTo('ebay')).toEqual({
      sku: 'MUG',
      channel: 'ebay',
      available: 20,
      locations: [
        { location: 'hull', available: 0, keptBack: 1 },
        { location: 'leeds', available: 28, keptBack: 2 },
      ],
      most: 20,
      notSold: [
        { location: 'attic', available: 5, why: 'location-inactive' },
        { location: 'york', available: 40, why: 'not-for-channel' },
      ],
    });
    expect(await soldTo('web')).toMatchObject({ channel: 'web', available: 71 });
    expect((await soldTo()).available).toBe(71);
  });

  it('is only what lies at active locations of the network', async () => {
    await stock({ leeds: 3, york: 4, attic: 5 });
    await network({ leeds: true, york: false });
    expect(await soldTo()).toEqual({
      sku: 'MUG',
      available: 3,
      locations: [{ location: 'leeds', available: 3 }],
      notSold: [
        { location: 'attic', available: 5, why: 'location-not-defined' },
        { location: 'york', available: 4, why: 'location-inactive' },
      ],
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
    expect(await soldTo()).toEqual({
      sku: 'MUG',
      available: 0,
      locations: [],
      notSold: [{ location: 'attic', available: 5, why: 'location-not-defined' }],
    });
  });

  it('is all there is while no location was ever defined', async () => {
    await stock({ attic: 5, leeds: 2 });
    expect(await soldTo()).toMatchObject({ available: 7, locations: [{}, {}] });
    expect(await availability.marked([position('attic', 5)])).toEqual([position('attic', 5)]);
  });
});
