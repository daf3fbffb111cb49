import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Role } from '@tributary/contracts';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, openNetwork } from './trade.ts';

whenBuilt('A key that is revoked', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  const issued = async (role: Role): Promise<{ keyId: string; headers: Record<string, string> }> => {
    const { keyId, key } = (await platform.post('/v1/keys', { name: 'short-lived', role })).body;
    return { keyId, headers: { authorization: `Bearer ${key}` } };
  };

  it('is told of no more orders, on a page that is open', async () => {
    const { keyId, headers } = await issued('csr');
    const page = await fetch(`${platform.url}/v1/orders/live`, { headers });
    expect(page.status).toBe(200);
    await platform.ask('DELETE', `/v1/keys/${keyId}`);
    await expect(text(page.body!)).rejects.toThrow('terminated');
  });

  it('imports no further: what is recorded stays, and the last line says why it ended', async () => {
    const { keyId, headers } = await issued('integrator');
    const counted = Array.from({ length: 250 }, (_, index) =>
      event('tributary.stock.counted.v1', { sku: `SKU-${index}`, location: 'dc-1', quantity: 1 }),
    );
    const answered = Promise.withResolvers<IncomingMessage>();
    const upload = request(
      `${platform.url}/v1/connectors/cloudevents`,
      { method: 'POST', headers: { ...headers, 'content-type': 'application/octet-stream' } },
      answered.resolve,
    );
    upload.on('error', () => {});
    // The file goes on: its end is never sent.
    upload.write(counted.map((each) => `${JSON.stringify(each)}\n`).join(''));
    const answer = await answered.promise;
    await platform.ask('DELETE', `/v1/keys/${keyId}`);
    const lines = (await text(answer))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ kind: 'progress' });
    expect(lines.at(-1)).toMatchObject({ kind: 'failed', problem: { status: 401, code: 'not-signed-in' } });
    upload.destroy();
    await platform.settled();
    expect(await platform.stockOf('SKU-0')).toHaveLength(1);
  });
});
