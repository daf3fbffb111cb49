import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** Told of every piece that a client sends or is sent; true cuts its connection before it is passed on. */
export type Cut = (piece: Buffer, isAnswer: boolean) => boolean;

/**
 * A network between an adapter and its server, whose connections can be cut at a given moment.
 * @param target with its port
 */
export const openFaultyNetwork = async (target: URL) => {
  const pairs = new Set<readonly [Socket, Socket]>();
  const state: { cut: Cut; isDown: boolean } = { cut: () => false, isDown: false };
  const server = createServer((client) => {
    if (state.isDown) return void client.destroy();
    const upstream = connect(Number(target.port), target.hostname);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    const pass = (from: Socket, to: Socket) =>
      from
        .on('data', (piece: Buffer) => void (state.cut(piece, from === upstream) ? end() : to.write(piece)))
        .on('close', end)
        .on('error', end);
    pass(client, upstream);
    pass(upstream, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const down = () => {
    state.isDown = true;
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  const close = async () => {
    down();
    server.close();
    await once(server, 'close');
  };
  return { url: url.href, state, down, close };
};

export type FaultyNetwork = Awaited<ReturnType<typeof openFaultyNetwork>>;
