import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { told } from '@tributary/client';
import { api } from '../api/api.ts';
import { session } from './session.ts';
import type { SessionState } from './session.ts';

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.state);

/** Who is signed in; asked once a session, and when another tab was refused. */
export const useIdentity = () =>
  useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => told(api.GET('/v1/session', { signal })),
    staleTime: Infinity,
  });
