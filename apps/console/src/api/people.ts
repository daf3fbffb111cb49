import { type Person, mostPeople, told } from '@tributary/client';
import { api } from './api.ts';

type Waiting = ReturnType<typeof Promise.withResolvers<Person | undefined>>;

/** Those asked for since the last request, by the ids of their keys. */
let asked = new Map<string, Waiting>();

const ask = async (batch: readonly (readonly [keyId: string, waiting: Waiting])[]): Promise<void> => {
  try {
    const keyId = batch.map(([id]) => id);
    const { items } = await told(api.GET('/v1/people', { params: { query: { keyId } } }));
    const known = new Map(items.map((person) => [person.keyId, person]));
    for (const [id, { resolve }] of batch) resolve(known.get(id));
  } catch (error) {
    for (const [, { reject }] of batch) reject(error);
  }
};

const askForAll = (): void => {
  const batch = [...asked];
  asked = new Map();
  for (let first = 0; first < batch.length; first += mostPeople)
    void ask(batch.slice(first, first + mostPeople));
};

/**
 * Whom a key was issued to; nothing where it is not known. All that a page asks for at a time goes in one request.
 * @throws ApiProblem where the platform does not tell
 */
export const readPerson = (keyId: string): Promise<Person | undefined> => {
  if (asked.size === 0) queueMicrotask(askForAll);
  const waiting = asked.get(keyId) ?? Promise.withResolvers<Person | undefined>();
  asked.set(keyId, waiting);
  return waiting.promise;
};
