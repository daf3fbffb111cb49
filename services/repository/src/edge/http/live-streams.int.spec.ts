import { once } from 'node:events';
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LiveOrders, maxListenersOfKey } from './live-orders.ts';

describe('Live streams of a key', () => {
  let [live, server] = [] as unknown as [LiveOrders, Server];
  beforeEach(() => {
    live = new LiveOrders();
    server = createServer().listen(0);
  });
  afterEach(() => {
    live.close();
    server.closeAllConnections();
    server.close();
  });

  /** A stream that a page of this key has open, as both sides have it. */
  const opened = async (keyId: string) => {
    const page = new AbortController();
    const { port } = server.address() as AddressInfo;
    const answered = fetch(`http://127.0.0.1:${port}`, { signal: page.signal });
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
    live.assertRoomFor(keyId);
    live.listen(response, keyId);
    await answered;
    return { page, response };
  };

  it('are bounded, so that one page leaves room for the others', async () => {
    for (let count = 0; count < maxListenersOfKey; count += 1) await opened('key-1');
    expect(() => live.assertRoomFor('key-1')).toThrow(
      expect.objectContaining({ status: 429, code: 'too-many-streams' }),
    );
    await opened('key-2');
  });

  it('have room again for each that was closed', async () => {
    const { page, response } = await opened('key-1');
    for (let count = 1; count < maxListenersOfKey; count += 1) await opened('key-1');
    const closed = once(response, 'close');
    page.abort();
    await closed;
    await opened('key-1');
    expect(() => live.assertRoomFor('key-1')).toThrow();
  });
});
