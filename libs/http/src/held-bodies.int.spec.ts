import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type FastifyInstance, fastify } from 'fastify';
import { HeldBodies } from './held-bodies.ts';
import { readJsonBodies } from './json-body.ts';
import { problemOf, sendProblem } from './problem-filter.ts';

/** Of all bodies together, in bytes. */
const bound = 1_000_000;
const most = `"${'x'.repeat(700_000)}"`;

describe('All bodies that are held at once', () => {
  let door: FastifyInstance;
  let port: number;
  /** Held until the spec lets their handlers go on. */
  let waiting: (() => void)[];
  let arrived: () => void;

  beforeEach(async () => {
    waiting = [];
    door = fastify();
    door.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error)));
    readJsonBodies(door, new HeldBodies(bound));
    door.post('/kept', async () => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        arrived();
      });
      return {};
    });
    door.post('/echo', () => ({}));
    await door.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = door.server.address() as AddressInfo);
  });
  afterEach(() => door.close());

  const send = (path: string, headers: Readonly<Record<string, string>> = {}): ClientRequest =>
    request({
      port,
      path,
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const answered = async (sent: ClientRequest): Promise<IncomingMessage> => {
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    return answer;
  };
  const ask = (body: string | Buffer, headers?: Readonly<Record<string, string>>) => {
    const sent = send('/echo', headers);
    sent.end(body);
    return answered(sent);
  };
  const keep = async (): Promise<ClientRequest> => {
    const here = new Promise<void>((resolve) => (arrived = resolve));
    const sent = send('/kept');
    sent.end(most);
    await here;
    return sent;
  };

  it('are bounded together, plain and unpacked, and their room is free once the request is answered', async () => {
    const kept = await keep();
    for (const [body, headers] of [
      [most, {}],
      [gzipSync(most), { 'content-encoding': 'gzip' }],
    ] as const) {
      const refused = await ask(body, headers);
      expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '1']);
    }
    expect((await ask('{}')).statusCode).toBe(200);
    waiting[0]!();
    expect((await answered(kept)).statusCode).toBe(200);
    expect((await ask(most)).statusCode).toBe(200);
  });

  it('take their room until their handler ends, though whoever sent them went away', async () => {
    const kept = await keep();
    const left = new Promise((resolve) => kept.once('close', resolve));
    kept.on('error', () => {});
    kept.destroy();
    await left;
    expect((await ask(most)).statusCode).toBe(503);
    waiting[0]!();
    await untilTaken(() => ask(most));
  });

  /** Asks until there is room. */
  const untilTaken = async (one: () => Promise<IncomingMessage>): Promise<void> => {
    while ((await one()).statusCode !== 200);
  };
});
