import { until } from '@tributary/testing';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const policy = {
  rules: [{ ruleId: 'sourcing', types: ['tributary.sourcing.*'], why: 'The page says it.' }],
};
const timeline = '/v1/orders/web.t1/timeline';

whenBuilt('What timelines leave out', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 100 });
    await platform.publish(event('tributary.order.captured.v1', webOrder('t1', { lines: [line('MUG', 2)] })));
    await platform.order('web.t1', ({ status }) => status === 'allocated');
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  const read = async (query = '') => (await platform.get(`${timeline}${query}`, { as: 'csr' })).body;

  it('is nothing until operations set a policy', async () => {
    expect((await platform.get('/v1/timeline-policy', { as: 'associate' })).body).toEqual({ rules: [] });
    const told = await read();
    expect(told).toMatchObject({ leftOut: 0 });
    expect(told).toEqual(await read('?all=true'));
  });

  it('is tried on the newest orders before it is set, and nothing is set by it', async () => {
    const { items } = await read();
    expect((await platform.post('/v1/timeline-policy/preview', policy, { as: 'ops' })).body).toEqual({
      orders: 1,
      facts: items.length,
      told: items.length - 1,
      rules: [
        {
          ruleId: 'sourcing',
          facts: 1,
          share: Math.round(1_000 / items.length) / 10,
          types: [{ type: 'tributary.sourcing.decided.v1', facts: 1 }],
        },
      ],
      most: [{ orderId: 'web.t1', facts: items.length, leftOut: 1 }],
    });
    expect((await platform.post('/v1/timeline-policy/preview', policy, { as: 'csr' })).status).toBe(403);
    expect((await platform.get('/v1/timeline-policy', { as: 'ops' })).body).toEqual({ rules: [] });
  });

  it('is counted, and told with its rule to whoever asks for all; all else looks at every fact', async () => {
    const before = await read();
    const known = (await platform.get('/v1/orders/web.t1?knownAt=2100-01-01T00:00:00Z')).body;
    expect((await platform.put('/v1/timeline-policy', policy, { as: 'csr' })).status).toBe(403);
    expect((await platform.put('/v1/timeline-policy', policy, { as: 'ops' })).body).toEqual(policy);
    await until('the policy is known', async () => (await read()).leftOut === 1);
    const decision = 'tributary.sourcing.decided.v1';
    expect((await read()).items).toEqual(
      before.items.filter(({ type }: { readonly type: string }) => type !== decision),
    );
    expect(await read('?all=true')).toEqual({
      leftOut: 1,
      items: before.items.map((item: { readonly type: string }) =>
        item.type === decision ? { ...item, leftOutBy: 'sourcing' } : item,
      ),
    });
    const { text } = await platform.get(timeline, { headers: { accept: 'text/csv' } });
    expect(text).not.toContain(decision);
    expect((await platform.get('/v1/orders/web.t1?knownAt=2100-01-01T00:00:00Z')).body).toEqual(known);
    expect((await platform.get('/v1/timeline-policy/versions', { as: 'ops' })).body.items).toMatchObject([
      { version: 1, value: policy },
    ]);
    expect((await platform.get('/v1/timeline-policy?asOf=2020-01-01T00:00:00Z', { as: 'csr' })).body).toEqual(
      {
        rules: [],
      },
    );
  });

  it('is never that an order was placed: such a policy is refused, with where', async () => {
    const rules = [{ ...policy.rules[0], types: ['tributary.sourcing.*', 'tributary.order.*'] }];
    expect(await platform.put('/v1/timeline-policy', { rules }, { as: 'ops' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/rules/0/types/1', message: expect.stringContaining('always told') }] },
    });
  });
});
