import { type Person, actorText, keyOfActor, mostPeople, told } from '@tributary/client';
import type { Client } from './client.ts';
import { plain } from './problem.ts';

/** An actor in words, in one line. */
export type NameActor = (actor: string) => string;

/**
 * Who the actors are, by the names of those whose keys they acted with.
 * @throws Refused, Unreachable where the platform does not tell whose the keys are
 */
export const namesOf = async (
  client: Client,
  actors: readonly (string | undefined)[],
): Promise<NameActor> => {
  const named = actors.filter((actor) => actor !== undefined);
  const keyIds = [...new Set(named.flatMap((actor) => keyOfActor(actor)?.keyId ?? []))];
  const people = new Map<string, Person>();
  for (let first = 0; first < keyIds.length; first += mostPeople) {
    const query = { keyId: keyIds.slice(first, first + mostPeople) };
    const { items } = await told(client.GET('/v1/people', { params: { query } }));
    for (const person of items) people.set(person.keyId, person);
  }
  return (actor) => plain(actorText(actor, people.get(keyOfActor(actor)?.keyId ?? '')));
};

interface Told {
  readonly actor?: string;
  readonly submittedBy?: string;
}

/** Who acted, in one line. Whom a message names stays as it names them, whatever it looks like. */
export const actedBy = ({ actor = '', submittedBy }: Told, name: NameActor): string =>
  submittedBy === undefined ? name(actor) : `${plain(actor)}, as ${name(submittedBy)} says`;

/** Names for all who acted. @throws as `namesOf` */
export const namesOfThose = (client: Client, told: readonly Told[]): Promise<NameActor> =>
  namesOf(
    client,
    told.flatMap(({ actor, submittedBy }) => [actor, submittedBy]),
  );
