import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { counted, event } from './trade.ts';
import { until } from '@tributary/testing';

whenBuilt('A fact that names what nobody has defined', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => void (platform = await PlatformUnderTest.start()));
  afterAll(() => platform?.remove());

  const publish = async (...events: readonly object[]): Promise<Json[]> =>
    (await platform.post('/v1/events', events, { as: 'integrator' })).body.results;
  const listed = async (): Promise<string[]> =>
    (await platform.get('/v1/unknown-names', { as: 'ops' })).body.items
      .map(({ name }: Json) => name)
      .toSorted();

  it('is accepted with a warning, and listed until somebody defines it', async () => {
    const [result] = await publish(counted('CUP', 'leeds', 4));
    expect(result).toMatchObject({
      status: 'accepted',
      warnings: [
        { code: 'unknown-sku', pointer: '/data/sku' },
        { code: 'unknown-location', pointer: '/data/location' },
      ],
    });
    await until('both are listed', async () => (await listed()).join() === 'CUP,leeds');
    await publish(event('tributary.product.updated.v1', { sku: 'CUP', name: 'Cup' }));
    await platform.put('/v1/locations/leeds', {
      name: 'Leeds',
      kind: 'store',
      address: { country: 'GB' },
      capabilities: ['ship'],
    });
    const [again] = await publish(counted('CUP', 'leeds', 5));
    expect(again).not.toHaveProperty('warnings');
    await until('neither is listed', async () => (await listed()).length === 0);
  });
});
