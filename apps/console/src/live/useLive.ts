import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { live, startLive } from './live.ts';
import type { LiveStatus } from './live.ts';

export const useLive = (): LiveStatus => useSyncExternalStore(live.subscribe, live.status);

/** Follows the live stream for as long as the component that asks is on screen. */
export const useLiveStream = (key: string): void => {
  const client = useQueryClient();
  useEffect(() => startLive(client, key), [client, key]);
};
