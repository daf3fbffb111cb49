import { type Server, createServer } from 'node:http';
import type { Telemetry } from '@tributary/telemetry';
import type { Config } from './config.ts';

/**
 * `GET /metrics` on a port of its own, in Prometheus' text format: what watches the platform needs no
 * key, and the door people come through does not show it.
 * @returns undefined when no port is configured
 */
export const openMetrics = async (
  telemetry: Pick<Telemetry, 'render'>,
  { TRIBUTARY_METRICS_PORT: port, TRIBUTARY_HOST: host }: Config,
): Promise<{ readonly port: number; close(): Promise<void> } | undefined> => {
  if (port === undefined) return undefined;
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    telemetry.render().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listening(server, port, host);
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
