import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientOf } from './client.ts';
import { Refused, Unreachable } from './problem.ts';

describe('A call of the command line', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => server.close());

  const call = () => {
    const { port } = server.address() as AddressInfo;
    return clientOf({ url: `http://127.0.0.1:${port}`, key: 'k' }).GET('/v1/me');
  };
  const json = { 'content-type': 'application/json' };

  it('gives what was answered, asked for under its key', async () => {
    const me = { keyId: 'k', name: 'n', role: 'ops' };
    answer = ({ headers }, response) =>
      response.writeHead(200, json).end(JSON.stringify({ ...me, name: headers.authorization }));
    expect((await call()).data).toEqual({ ...me, name: 'Bearer k' });
  });

  it('is refused with the problem that was answered', async () => {
    answer = (_, response) =>
      response.writeHead(401, json).end(JSON.stringify({ code: 'not-signed-in', detail: 'No.' }));
    await expect(call()).rejects.toMatchObject({ problem: { status: 401, code: 'not-signed-in' } });
    await expect(call()).rejects.toBeInstanceOf(Refused);
  });

  it.each([
    ['the connection breaks before the answer', (response: ServerResponse) => void response.destroy()],
    [
      'the connection breaks within it',
      (response: ServerResponse) => {
        response.writeHead(200, { ...json, 'content-length': '100' });
        response.write('{"keyId":', () => response.destroy());
      },
    ],
    ['it is no JSON', (response: ServerResponse) => void response.writeHead(200, json).end('<html>')],
    ['it is empty', (response: ServerResponse) => void response.writeHead(200).end()],
  ])('counts as unanswered where %s', async (_, fail) => {
    answer = (_request, response) => fail(response);
    await expect(call()).rejects.toBeInstanceOf(Unreachable);
  });
});
