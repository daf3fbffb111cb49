import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { live, startLive } from './live.ts';
import type { LiveStatus } from './live.ts';

export const useLive = (): LiveStatus => useSyncExternalStore(live.subscribe, live.status);

/** Follows the live stream for as long as the component that asks is on screen. */
export const useLiveStream = (): void => {
  const client = useQueryClient();
  useEffect(() => startLive(client), [client]);
};

/** Handlers of a list whose rows are not to move while somebody points at one or has the focus there. */
export const useHeldList = () => {
  const by = useRef(new Set<'pointer' | 'focus'>());
  useEffect(() => () => live.hold(false), []);
  const now = (how: 'pointer' | 'focus', isSo: boolean) => () => {
    if (isSo) by.current.add(how);
    else by.current.delete(how);
    live.hold(by.current.size > 0);
  };
  return {
    onPointerEnter: now('pointer', true),
    onPointerLeave: now('pointer', false),
    onFocus: now('focus', true),
    onBlur: now('focus', false),
  };
};
