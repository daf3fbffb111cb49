import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type InboxFilter, listInbox, readInboxMessage } from '../api/inbox.ts';
import type { InboxMessage } from '../api/inbox.ts';
import { readingInbox, setting } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';

/** For others the platform is not asked. */
export const useMayReadInbox = (): boolean => useHasRole(readingInbox);
/** Whether they may release and dismiss. */
export const useMayMend = (): boolean => useHasRole(setting);

/** Messages that wait for a person: what the console shows unless told. */
export const waiting: InboxFilter = { state: 'waiting' };

/** Messages in quarantine, newest pages on request; looked at again every ten seconds. */
export const useInbox = (filter: InboxFilter, enabled = true) =>
  useInfiniteQuery({
    queryKey: ['inbox', 'list', filter],
    queryFn: ({ pageParam, signal }) => listInbox(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
    enabled,
  });

/** One message, whole; looked at again until it is on its way. */
export const useMessage = (messageId: string) =>
  useQuery({
    queryKey: ['inbox', 'one', messageId],
    queryFn: ({ signal }) => readInboxMessage(messageId, signal),
    refetchInterval: ({ state: { data } }) => (data?.state === 'released' ? false : 3_000),
  });

export const messagesOf = (data: ReturnType<typeof useInbox>['data']): readonly InboxMessage[] =>
  data?.pages.flatMap((page) => page.items) ?? [];

/** How many messages wait for a person; undefined until it is known, and for those who may not ask. */
export const useOpenMessages = (): number | undefined =>
  useInbox(waiting, useMayReadInbox()).data?.pages[0]?.open;
