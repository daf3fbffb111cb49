import { type FastifyInstance, fastify } from 'fastify';
import { tellOtherMethods } from './other-methods.ts';

describe('A method that an address does not have', () => {
  let door: FastifyInstance;
  beforeAll(() => {
    door = fastify();
    tellOtherMethods(door);
    door.get('/v1/orders', () => []);
    door.post('/v1/orders', () => ({}));
    door.get('/v1/orders/live', () => ({}));
    door.delete('/v1/orders/:orderId', () => ({}));
    door.get('/files/*', () => ({}));
  });
  afterAll(() => door.close());

  it.each([
    ['PUT', '/v1/orders', 'GET, HEAD, POST'],
    ['PUT', '/v1/orders?limit=1', 'GET, HEAD, POST'],
    ['PATCH', '/v1/orders/web.1', 'DELETE'],
    ['GET', '/v1/orders/web.%2F', 'DELETE'],
    ['POST', '/v1/orders/live', 'DELETE, GET, HEAD'],
    ['POST', '/v1/%6frders/live', 'DELETE, GET, HEAD'],
    ['DELETE', '/files/a/b', 'GET, HEAD'],
  ] as const)('is told those that there are: %s %s', async (method, url, allow) => {
    const answer = await door.inject({ method, url });
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, allow]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'method-not-allowed', status: 405, retryable: false });
  });

  it.each([
    ['GET', '/v1/nothing'],
    ['GET', '/v1/orders/web.1/lines'],
    ['POST', '/v1/orders/'],
    ['POST', '/'],
  ] as const)('is nothing to an address that is not there: %s %s', async (method, url) => {
    expect((await door.inject({ method, url })).statusCode).toBe(404);
  });

  it('is no matter where there is a route', async () => {
    for (const [method, url] of [
      ['GET', '/v1/orders'],
      ['DELETE', '/v1/orders/web.1'],
      ['HEAD', '/v1/orders/live'],
    ] as const)
      expect((await door.inject({ method, url })).statusCode).toBe(200);
  });
});
