import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { listInbox, readInboxMessage } from '../api/inbox.ts';
import type { InboxMessage } from '../api/inbox.ts';
import { useIdentity } from '../sign-in/useSession.ts';

/** Roles that may read what is in quarantine; for others the platform is not asked. */
const readers = ['admin', 'ops', 'integrator'];

export const useMayReadInbox = (): boolean => readers.includes(useIdentity().data?.role ?? '');

/** Messages in quarantine, newest pages on request; looked at again every ten seconds. */
export const useInbox = () =>
  useInfiniteQuery({
    queryKey: ['inbox'],
    queryFn: ({ pageParam, signal }) => listInbox(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });

/** The message whole: what the list shows of a long one is only its beginning. */
export const useWholeMessage = (message: InboxMessage) => {
  const cut = message.rawLength !== undefined;
  const whole = useQuery({
    queryKey: ['inbox', message.messageId, 'whole'],
    queryFn: ({ signal }) => readInboxMessage(message.messageId, signal),
    enabled: cut,
    staleTime: Infinity,
  });
  return { raw: cut ? whole.data?.raw : message.raw, error: cut ? whole.error : null };
};

export const messagesOf = (data: ReturnType<typeof useInbox>['data']): readonly InboxMessage[] =>
  data?.pages.flatMap((page) => page.items) ?? [];

/** How many messages wait for a person; undefined until it is known. */
export const useOpenMessages = (): number | undefined => useInbox().data?.pages[0]?.open;
