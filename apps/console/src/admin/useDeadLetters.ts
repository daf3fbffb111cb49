import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type InboxMessage, listInbox, releaseMessage } from '../api/inbox.ts';
import { ApiProblem, isUnauthorised, problemOf } from '../api/problem.ts';

/** Dead letters, newest first: messages that were taken in, and that a consumer group could not apply. */
export const useDeadLetters = () =>
  useInfiniteQuery({
    queryKey: ['inbox', 'parked'],
    queryFn: ({ pageParam, signal }) => listInbox({ state: 'parked' }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 5_000,
  });

/** What came of handing one to its group again. */
export interface Handed {
  readonly letter: InboxMessage;
  /** Why it was not applied. */
  readonly refused?: string;
}

const handed = async (letter: InboxMessage): Promise<Handed> => {
  try {
    await releaseMessage(letter.messageId);
    return { letter };
  } catch (error) {
    if (!(error instanceof ApiProblem) || isUnauthorised(error)) throw error;
    const { title, detail } = problemOf(error);
    return { letter, refused: detail ?? title };
  }
};

/** Hands dead letters to their groups again, one after the other: one that fails again keeps no other from it. */
export const useHandAgain = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (letters: readonly InboxMessage[]): Promise<readonly Handed[]> => {
      const results: Handed[] = [];
      // The oldest first, as they happened.
      for (const letter of letters.toReversed()) results.push(await handed(letter));
      return results;
    },
    onSettled: () =>
      Promise.all(['inbox', 'consumers'].map((subject) => client.invalidateQueries({ queryKey: [subject] }))),
  });
};
