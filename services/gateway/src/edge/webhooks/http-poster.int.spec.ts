import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { HttpPoster } from './http-poster.ts';
import { allowedNetworks } from './networks.ts';

describe('A message to a receiver', () => {
  let server: Server;
  let asked: string[] = [];
  const posters: HttpPoster[] = [];
  const posterTo = (...networks: string[]) => {
    const poster = new HttpPoster(allowedNetworks(networks));
    posters.push(poster);
    return poster;
  };
  const answering = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        asked.push(`${request.method} ${request.url} ${request.headers['webhook-id']} ${body}`);
        answer(request, response);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  afterEach(async () => {
    asked = [];
    for (const poster of posters.splice(0)) await poster.close();
    server?.closeAllConnections();
    server?.close();
  });
  const post = (poster: HttpPoster, url: string) =>
    poster.post(url, { 'webhook-id': 'e-1' }, '{"a":1}', new AbortController().signal);

  it('arrives as it is, and its answer is told', async () => {
    const port = await answering((_, response) => response.writeHead(202).end('thanks'));
    expect(await post(posterTo('127.0.0.0/8'), `http://127.0.0.1:${port}/in?x=1`)).toEqual({ status: 202 });
    expect(asked).toEqual(['POST /in?x=1 e-1 {"a":1}']);
  });

  it('tells how long the receiver wants to be let alone', async () => {
    let header = '120';
    const port = await answering((_, response) => response.writeHead(503, { 'retry-after': header }).end());
    const poster = posterTo('127.0.0.0/8');
    expect(await post(poster, `http://127.0.0.1:${port}`)).toEqual({ status: 503, retryAfter: 120_000 });
    header = new Date(Date.now() + 3_600_000).toUTCString();
    const { retryAfter } = (await post(poster, `http://127.0.0.1:${port}`)) as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(3_590_000);
    header = 'soon';
    expect(await post(poster, `http://127.0.0.1:${port}`)).toEqual({ status: 503 });
  });

  it('is not carried elsewhere by a redirection', async () => {
    const port = await answering((request, response) =>
      request.url === '/' ? response.writeHead(307, { location: '/other' }).end() : response.end(),
    );
    expect(await post(posterTo('127.0.0.0/8'), `http://127.0.0.1:${port}/`)).toEqual({ status: 307 });
    expect(asked).toHaveLength(1);
  });

  it('does not reach an address that is nobody’s, whatever stands for it', async () => {
    const port = await answering((_, response) => response.end());
    const nowhere = posterTo();
    const elsewhere = posterTo('10.0.0.0/8');
    for (const url of [
      `http://127.0.0.1:${port}`,
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      `https://localhost:${port}`,
      `http://[::1]:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
      `http://2130706433:${port}`,
      `http://0x7f.1:${port}`,
      `http://0177.0.0.1:${port}`,
    ])
      for (const poster of [nowhere, elsewhere])
        expect(await post(poster, url)).toEqual({ unreachable: expect.stringContaining('it') });
    expect(asked).toEqual([]);
  });

  it('is looked at where it connects: a name that passed and stands for another address by then is no way in', async () => {
    const port = await answering((_, response) => response.end());
    const poster = posterTo('10.0.0.0/8');
    expect(poster.refusalOf(`https://localhost:${port}`)).toBeUndefined();
    expect(await post(poster, `https://localhost:${port}`)).toEqual({
      unreachable: 'its address is not one that webhooks may be sent to',
    });
    expect(asked).toEqual([]);
  });

  it('goes over TLS, but to private networks that are allowed', () => {
    const poster = posterTo('10.1.0.0/16');
    expect(poster.refusalOf('https://shop.example.com/hook')).toBeUndefined();
    expect(poster.refusalOf('http://10.1.2.3/hook')).toBeUndefined();
    expect(poster.refusalOf('http://8.8.8.8/hook')).toContain('it is not https://');
    expect(poster.refusalOf('http://10.2.0.1/hook')).toContain('may be sent to');
    expect(posterTo().refusalOf('http://shop.example.com/hook')).toContain('it is not https://');
    expect(poster.refusalOf('ftp://shop.example.com/hook')).toBe('it is not https://');
    expect(poster.refusalOf('https://user:secret@shop.example.com/hook')).toContain('a user or a password');
    expect(poster.refusalOf('shop')).toBe('it is no address');
  });

  it('says that a receiver is not there', async () => {
    const port = await answering((_, response) => response.end());
    server.close();
    await once(server, 'close');
    expect(await post(posterTo('127.0.0.0/8'), `http://127.0.0.1:${port}`)).toEqual({
      unreachable: 'it could not be reached (ECONNREFUSED)',
    });
  });
});
