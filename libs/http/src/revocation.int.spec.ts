import { text } from 'node:stream/consumers';
import Fastify, { type FastifyInstance } from 'fastify';
import { authenticateBeforeBody } from './access.ts';
import { nameRequests, takeOver } from './request-id.ts';
import { endWhenRevoked, revocationOf } from './revocation.ts';

const headers = { authorization: 'Bearer the-key' };

describe('A key that is revoked', () => {
  let [fastify, url] = [] as unknown as [FastifyInstance, string];
  let isRevoked: (keyId: string) => boolean | Promise<boolean>;
  let asked: PromiseWithResolvers<{ answer(): void }>;
  beforeEach(async () => {
    isRevoked = () => false;
    asked = Promise.withResolvers();
    fastify = Fastify();
    nameRequests(fastify);
    const keys = {
      verify: () => ({ keyId: 'key-1', name: 'shop', role: 'ops' as const }),
      isRevoked: (keyId: string) => isRevoked(keyId),
    };
    authenticateBeforeBody(fastify, keys);
    endWhenRevoked(fastify, keys);
    fastify.get('/v1/live', (_, reply) => void takeOver(reply).write('first'));
    fastify.get('/v1/late', (_, reply) => {
      asked.resolve({ answer: () => void reply.send('done') });
    });
    fastify.get('/v1/recording', (request, reply) => {
      const revocation = revocationOf(request);
      const answer = takeOver(reply);
      answer.write('begun');
      revocation.addEventListener('abort', () => answer.end(`, ${(revocation.reason as Error).message}`));
    });
    url = await fastify.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => fastify.close());

  it('ends what it listens to', async () => {
    const { body } = await fetch(`${url}/v1/live`, { headers });
    isRevoked = (keyId) => keyId === 'key-1';
    await expect(text(body!)).rejects.toThrow('terminated');
  });

  it('ends what it listens to also where nobody can tell that it was', async () => {
    const { body } = await fetch(`${url}/v1/live`, { headers });
    isRevoked = () => Promise.reject(new Error('The store is away.'));
    await expect(text(body!)).rejects.toThrow('terminated');
  });

  it('lets what goes on recording say by itself why it ended', async () => {
    const { body } = await fetch(`${url}/v1/recording`, { headers });
    isRevoked = () => true;
    expect(await text(body!)).toBe('begun, This API key was revoked while it was in use.');
  });

  it('still gets the answer to what it asked for before', async () => {
    const answer = fetch(`${url}/v1/late`, { headers });
    const late = await asked.promise;
    const wasAsked = Promise.withResolvers<void>();
    isRevoked = () => {
      wasAsked.resolve();
      return true;
    };
    await wasAsked.promise;
    late.answer();
    expect(await (await answer).text()).toBe('done');
  });
});
