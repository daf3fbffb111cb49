import { useQuery } from '@tanstack/react-query';
import { type Whose, actorText, keyOfActor } from '@tributary/client';
import { readPerson } from '../api/people.ts';
import { actorWords } from './actorWords.ts';

/** Milliseconds after which a key that was issued a moment ago is known everywhere. */
const issuedMeanwhile = 5_000;

/** Asked once a session where it is known: a key keeps its name, also once it is withdrawn. */
const useWhose = (keyId: string | undefined): Whose => {
  const { data, isFetching } = useQuery({
    queryKey: ['person', keyId],
    queryFn: async () => (await readPerson(keyId!)) ?? ('unknown' as const),
    enabled: keyId !== undefined,
    staleTime: ({ state }) => (state.data === 'unknown' ? issuedMeanwhile : Infinity),
  });
  return data ?? (isFetching ? 'asking' : 'unknown');
};

/** Who acted, by name where it was done with a key, with what was recorded for whoever points at it. */
export const Actor = ({ of }: { readonly of: string }) => (
  <span title={of}>{actorText(of, useWhose(keyOfActor(of)?.keyId), actorWords)}</span>
);
