import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { request } from '../api/request.ts';
import { session } from './session.ts';
import type { Identity, SessionState } from './session.ts';

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.state);

/** Who is signed in; asked once a session. */
export const useIdentity = () =>
  useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => request<Identity>('/v1/me', { signal }),
    staleTime: Infinity,
  });
