import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type FastifyInstance, fastify } from 'fastify';
import { refuseUnread } from './unread-request.ts';

describe('What is no request of HTTP', () => {
  let door: FastifyInstance;
  beforeAll(async () => {
    door = fastify({ clientErrorHandler: refuseUnread });
    door.get('/', () => 'here');
    await door.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => door.close());

  const open = () => connect((door.server.address() as AddressInfo).port, '127.0.0.1');
  const answerTo = async (sent: string): Promise<[head: string, problem: object]> => {
    const socket = open();
    socket.write(sent);
    const [head, body] = (await text(socket)).split('\r\n\r\n') as [string, string];
    return [head, JSON.parse(body) as object];
  };

  it.each([
    ['a malformed request line', 'GARBAGE\r\n\r\n', 400, 'bad-request'],
    ['a header without a name', 'GET / HTTP/1.1\r\nhost: a\r\n: b\r\n\r\n', 400, 'bad-request'],
    [
      'headers of more than 16 kB',
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ])('is answered with a problem, and its connection ended: %s', async (_, sent, status, code) => {
    const [head, problem] = await answerTo(sent);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('content-type: application/problem+json');
    expect(problem).toMatchObject({ status, code, retryable: false, requestId: expect.any(String) });
  });

  it('holds nobody else up', async () => {
    const gone = open();
    await once(gone, 'connect');
    gone.resetAndDestroy();
    expect((await door.inject('/')).body).toBe('here');
  });
});
