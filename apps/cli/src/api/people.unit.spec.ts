import { createTributary, mostPeople } from '@tributary/client';
import { actedBy, namesOf, namesOfThose } from './people.ts';

const keyOf = (number: number) => `b1f5a8de-41c5-4a3f-8f3c-${String(number).padStart(12, '0')}`;

/** A platform where each key was issued to a person of its own. */
const platform = () => {
  const asked: string[][] = [];
  const answer = (request: Request): Promise<Response> => {
    const keyIds = new URL(request.url).searchParams.getAll('keyId');
    asked.push(keyIds);
    const items = keyIds.map((keyId) => ({ keyId, name: `Ann\n${Number(keyId.slice(-12))}`, role: 'csr' }));
    return Promise.resolve(Response.json({ items }));
  };
  return { client: createTributary({ url: 'http://platform', fetch: answer }), asked };
};

describe('People on the terminal', () => {
  it('are asked for once each, no more at a time than may be, and only where a key acted', async () => {
    const { client, asked } = platform();
    const actors = Array.from({ length: mostPeople + 1 }, (_, number) => `csr:${keyOf(number)}`);
    const name = await namesOf(client, [...actors, ...actors, undefined, 'clerk:17']);
    expect(asked.map((keyIds) => keyIds.length)).toEqual([mostPeople, 1]);
    expect([actors[0]!, actors[mostPeople]!, 'clerk:17'].map(name)).toEqual([
      'Ann 0 (customer service)',
      `Ann ${mostPeople} (customer service)`,
      'clerk:17',
    ]);
    await namesOf(client, ['clerk:17', 'operator']);
    expect(asked).toHaveLength(2);
  });

  it('are not taken for whom a message names', async () => {
    const told = { actor: `csr:${keyOf(1)}`, submittedBy: `integrator:${keyOf(2)}` };
    const name = await namesOfThose(platform().client, [told]);
    expect(actedBy(told, name)).toBe(`csr:${keyOf(1)}, as Ann 2 (integrator) says`);
    expect(actedBy({}, name)).toBe('');
  });
});
