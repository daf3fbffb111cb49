import { until } from '@tributary/testing';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, openNetwork, stock, webOrder } from './trade.ts';

const batches = 5;
const batchSize = 60;

const captured = (number: string) => event('tributary.order.captured.v1', webOrder(number));

whenBuilt('A flood of orders', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start({ TRIBUTARY_WORK_LAG: '1' });
    await openNetwork(platform);
    await platform.settled();
    await stock(platform, 'MUG-RED', { 'dc-1': 100_000 });
  });
  afterAll(() => platform?.remove());

  it('is taken in as what came before is done, and all that was accepted is', async () => {
    const asked = Array.from({ length: batches }, (_, batch) =>
      platform.post(
        '/v1/events',
        Array.from({ length: batchSize }, (_, index) => captured(`flood-${batch}-${index}`)),
        { as: 'integrator' },
      ),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 202));
    await platform.settled();
    expect(await platform.stockOf('MUG-RED')).toMatchObject([{ reserved: batches * batchSize }]);
  });

  it('has single orders and events come again later, with nothing recorded of what was refused', async () => {
    const busy = Array.from({ length: 2 }, (_, batch) =>
      platform.post(
        '/v1/events',
        Array.from({ length: 300 }, (_, index) => captured(`busy-${batch}-${index}`)),
        { as: 'integrator' },
      ),
    );
    let tries = 0;
    const refused = await until('an order is refused', async () => {
      const answer = await platform.post('/v1/orders', webOrder(`single-${(tries += 1)}`));
      return answer.status === 429 ? answer : undefined;
    });
    expect(refused.body).toMatchObject({ code: 'overloaded', retryable: true });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await platform.get('/livez')).toMatchObject({ status: 200 });
    expect((await Promise.all(busy)).map(({ status }) => status)).toEqual([202, 202]);
    await platform.settled();
    expect(await platform.get(`/v1/orders/web.single-${tries}`)).toMatchObject({ status: 404 });
    const again = await platform.post('/v1/orders?wait=sourced', webOrder(`single-${tries}`));
    expect(again).toMatchObject({ status: 201, body: { status: 'allocated' } });
  });
});
