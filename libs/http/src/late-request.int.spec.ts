import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type FastifyInstance, fastify } from 'fastify';
import { HeldBodies, maxHeldBytes } from './held-bodies.ts';
import { readFileBodies, readJsonBodies } from './json-body.ts';
import { problemOf, sendProblem } from './problem-filter.ts';
import { takeOver } from './request-id.ts';
import { refuseUnread } from './unread-request.ts';

/** Milliseconds. */
const patience = 200;

describe('A request that comes too slowly', () => {
  let door: FastifyInstance;
  beforeAll(async () => {
    door = fastify({
      clientErrorHandler: refuseUnread,
      http: { headersTimeout: patience, connectionsCheckingInterval: 20 },
    });
    door.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error)));
    readJsonBodies(door, new HeldBodies(maxHeldBytes, patience));
    readFileBodies(door, ['/files/'], patience);
    door.post('/json', () => ({}));
    door.post('/files/whole', async ({ body }) => ({ bytes: (await text(body as Readable)).length }));
    door.post('/files/lines', async ({ body }, reply) => {
      const answer = takeOver(reply);
      answer.writeHead(200, { 'content-type': 'application/x-ndjson' });
      try {
        for await (const piece of body as Readable) answer.write(piece);
      } catch (error) {
        answer.write(problemOf(error).code);
      }
      answer.end();
    });
    await door.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => door.close());

  const open = () => connect((door.server.address() as AddressInfo).port, '127.0.0.1');
  /** All that is answered until the door ends the connection. */
  const answerTo = (sent: string): Promise<string> => {
    const socket = open();
    socket.write(sent, 'latin1');
    return text(socket);
  };
  const half = (path: string, type: string, body = '"half', more = '') =>
    `POST ${path} HTTP/1.1\r\nhost: door\r\ncontent-type: ${type}\r\ncontent-length: 1000\r\n${more}\r\n${body}`;
  const packed = ['\x1f\x8b\x08', 'content-encoding: gzip\r\n'] as const;

  it.each([
    ['headers', 'POST /json HTTP/1.1\r\nhost: '],
    ['a JSON body', half('/json', 'application/json')],
    ['a packed JSON body', half('/json', 'application/json', ...packed)],
    ['a file', half('/files/whole', 'text/csv')],
    ['a packed file', half('/files/whole', 'text/csv', ...packed)],
  ])('is answered with a problem, and its connection ended: %s', async (_, sent) => {
    const [head, body] = (await answerTo(sent)).split('\r\n\r\n') as [string, string];
    expect(head).toMatch(/^HTTP\/1.1 408 /);
    expect(head).toContain('connection: close');
    expect(JSON.parse(body)).toMatchObject({ status: 408, code: 'timeout', retryable: true });
  });

  it('is told so in the last line where the answer has begun', async () => {
    expect(await answerTo(half('/files/lines', 'text/csv'))).toMatch(/"half[^]*timeout/);
  });

  it('is none while bytes of its file come', async () => {
    const socket = open();
    socket.write(half('/files/whole', 'text/csv'));
    let left = 1_000 - '"half'.length;
    // Three times as long as it may stand still.
    const pieces = setInterval(
      () => {
        const piece = Math.min(left, 50);
        left -= piece;
        socket.write('x'.repeat(piece));
        if (left === 0) clearInterval(pieces);
      },
      (3 * patience) / 20,
    );
    const [answer] = await once(socket, 'data');
    socket.destroy();
    expect(String(answer)).toContain('{"bytes":1000}');
  });
});
