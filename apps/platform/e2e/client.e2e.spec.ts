import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTributary } from '@tributary/client';
import openapiTS, { astToString } from 'openapi-typescript';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { openNetwork, stock } from './trade.ts';

const generated = fileURLToPath(new URL('../../../libs/client/src/api.gen.ts', import.meta.url));

/** Examples of whole answers would be pages of comment over each type; those of its fields say as much there. */
const withoutWholes = (document: string): string =>
  JSON.stringify(
    JSON.parse(document, (key, value: unknown) =>
      key === 'examples' && Array.isArray(value) && typeof value[0] === 'object' ? undefined : value,
    ),
  );

whenBuilt('A client of the API', () => {
  let platform: PlatformUnderTest;
  let document: string;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    document = (await platform.get('/openapi.json', { as: null })).text;
  });
  afterAll(() => platform?.remove());

  /** `TRIBUTARY_WRITE_CLIENT=1` writes it anew. */
  it('is made of the document as it is now', async () => {
    const types = `// Made of /openapi.json by openapi-typescript: \`npm run client\`.\n${astToString(await openapiTS(withoutWholes(document)))}`;
    if (process.env['TRIBUTARY_WRITE_CLIENT']) writeFileSync(generated, types);
    expect(readFileSync(generated, 'utf8') === types).toBe(true);
  });

  it('publishes, places an order, and reads it, with the types of the document', async () => {
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 5 });
    const tributary = createTributary({ url: platform.url, key: await platform.keyOf('integrator') });
    const published = await tributary.POST('/v1/events', {
      body: {
        specversion: '1.0',
        id: 'client-1',
        source: 'urn:spec:client',
        type: 'tributary.product.updated.v1',
        data: { sku: 'MUG-RED', name: 'Red mug' },
      },
    });
    expect(published.data?.results[0]).toMatchObject({ status: 'accepted', id: 'client-1' });
    const placed = await tributary.POST('/v1/orders', {
      params: { query: { wait: 'sourced' } },
      body: {
        channel: 'web',
        number: 'C-1',
        currency: 'EUR',
        lines: [{ lineId: '1', sku: 'MUG-RED', quantity: 2, unitPrice: '9.90' }],
        shipTo: { country: 'GB', postalCode: 'LS1 1AA' },
      },
    });
    expect(placed.data?.lines[0]?.quantities.allocated).toBe(2);
    const { data: order } = await tributary.GET('/v1/orders/{orderId}', {
      params: { path: { orderId: 'web.C-1' }, header: { prefer: 'wait=5' } },
    });
    expect(order?.money.total).toBe(1_980);
    const { error, response } = await tributary.GET('/v1/orders/{orderId}', {
      params: { path: { orderId: 'web.nobody' } },
    });
    expect([response.status, error?.code]).toEqual([404, 'not-found']);
  });
});
