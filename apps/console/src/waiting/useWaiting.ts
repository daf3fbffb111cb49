import { useInfiniteQuery } from '@tanstack/react-query';
import { type WaitingType, listWaiting } from '../api/waiting.ts';

/** Messages that wait, the longest first; of one kind where that is named. */
export const useWaiting = (messageType?: WaitingType) =>
  useInfiniteQuery({
    queryKey: ['waiting', messageType],
    queryFn: ({ pageParam, signal }) => listWaiting(pageParam, signal, messageType),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });
