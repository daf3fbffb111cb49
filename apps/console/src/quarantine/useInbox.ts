import { useInfiniteQuery } from '@tanstack/react-query';
import { listInbox } from '../api/inbox.ts';
import type { InboxMessage } from '../api/inbox.ts';

/** Messages in quarantine, newest pages on request; looked at again every ten seconds. */
export const useInbox = () =>
  useInfiniteQuery({
    queryKey: ['inbox'],
    queryFn: ({ pageParam, signal }) => listInbox(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });

export const messagesOf = (data: ReturnType<typeof useInbox>['data']): readonly InboxMessage[] =>
  data?.pages.flatMap((page) => page.items) ?? [];

/** How many messages wait for a person; undefined until it is known. */
export const useOpenMessages = (): number | undefined => useInbox().data?.pages[0]?.open;
