import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { openNetwork, stock } from './trade.ts';

whenBuilt('What can be sold', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await stock(platform, 'MUG-RED', { 'dc-1': 7, 'store-1': 2, attic: 9 });
  });
  afterAll(() => platform?.remove());

  const availability = async () => {
    await platform.settled();
    return (await platform.get('/v1/availability?sku=MUG-RED')).body.items[0];
  };

  it('is all stock until there is a network, and then what lies at its locations', async () => {
    expect(await availability()).toMatchObject({ available: 18 });
    await openNetwork(platform);
    expect(await availability()).toMatchObject({ available: 9, locations: [{}, {}] });
  });

  it('is nothing of a location that is closed, whose stock is still there to see', async () => {
    await platform.put('/v1/locations/store-1', {
      name: 'Store Berlin',
      kind: 'store',
      address: { country: 'DE' },
      capabilities: ['ship', 'pickup'],
      active: false,
    });
    expect(await availability()).toEqual({
      sku: 'MUG-RED',
      available: 7,
      locations: [{ location: 'dc-1', available: 7 }],
      notSold: [
        { location: 'attic', available: 9, why: 'location-not-defined' },
        { location: 'store-1', available: 2, why: 'location-inactive' },
      ],
    });
    expect(await platform.stockOf('MUG-RED')).toMatchObject([
      { location: 'attic', onHand: 9, notSold: 'location-not-defined' },
      { location: 'dc-1', onHand: 7 },
      { location: 'store-1', onHand: 2, available: 2, notSold: 'location-inactive' },
    ]);
  });
});
