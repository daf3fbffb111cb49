import { once } from 'node:events';
import net from 'node:net';
import { pipeline } from 'node:stream/promises';

/** A way to a server that can break at the worst moment. */
export interface FaultyLine {
  readonly url: string;
  /** Answers that were lost so far. */
  readonly lost: number;
  /** The next COMMIT reaches the server, its answer does not come back: the connection ends instead. */
  loseAnswerToCommit(): void;
  close(): Promise<void>;
}

/** @param address `postgres://…` of the server behind */
export const lineTo = async (address: string): Promise<FaultyLine> => {
  const { hostname, port } = new URL(address);
  let armed = false;
  let lost = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const behind = net.connect(Number(port || 5_432), hostname);
    for (const socket of [client, behind]) sockets.add(socket);
    let losing = false;
    client.on('data', (sent) => {
      if (!armed || !sent.includes('COMMIT')) return;
      armed = false;
      losing = true;
    });
    // The server has committed once it says so.
    const answers = async function* (stream: AsyncIterable<Buffer>) {
      for await (const chunk of stream) {
        if (losing && chunk.includes('COMMIT')) {
          lost += 1;
          client.destroy();
          return;
        }
        yield chunk;
      }
    };
    void pipeline(client, behind).catch(() => {});
    void pipeline(behind, answers, client).catch(() => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as net.AddressInfo).port);
  return {
    url: url.href,
    get lost() {
      return lost;
    },
    loseAnswerToCommit: () => {
      armed = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
