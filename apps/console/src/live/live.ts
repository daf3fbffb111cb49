import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { platform } from '../reach/platform.ts';
import { endIfUnauthorised } from '../sign-in/signing.ts';
import { ordersIn, patchLists, refresh, shortLists } from './changes.ts';
import { followOrders } from './stream.ts';
import type { LiveState, OrderChange } from './stream.ts';

/** What screens know of the live stream. */
export interface LiveStatus {
  readonly state: LiveState;
  /** Changes since the list was last read anew. */
  readonly changed: number;
  /** Somebody points at a row of the list, or has the focus there: rows must not move under them. */
  readonly isHeld: boolean;
}

/** Refetches happen at most this often (milliseconds), however many orders change. */
const interval = 1_000;

let status: LiveStatus = { state: 'connecting', changed: 0, isHeld: false };
const listeners = new Set<() => void>();

const set = (next: Partial<LiveStatus>): void => {
  status = { ...status, ...next };
  for (const listener of listeners) listener();
};

export const live = {
  status: (): LiveStatus => status,
  seen: (): void => set({ changed: 0 }),
  hold: (isHeld: boolean): void => set({ isHeld }),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Gathers changes and hands them to the screens once an interval. */
const gather = (client: QueryClient) => {
  let changes = new Map<string, OrderChange>();
  let waiting: QueryKey[] = [];
  /** Lists were left as they are while they were held. */
  let isBehind = false;
  const tick = () => {
    const batch = changes;
    changes = new Map();
    if (batch.size > 0) {
      patchLists(client, batch);
      set({ changed: status.changed + batch.size });
    }
    const { isHeld } = status;
    const keys = [
      ...waiting,
      ...ordersIn(client, batch),
      ...(!isHeld && (isBehind || batch.size > 0) ? shortLists(client) : []),
    ];
    isBehind = isHeld && (isBehind || batch.size > 0);
    waiting = refresh(client, [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()]);
  };
  const timer = setInterval(tick, interval);
  return {
    add: (change: OrderChange) => void changes.set(change.orderId, change),
    stop: () => clearInterval(timer),
  };
};

const isOfOrders = ([subject]: QueryKey): boolean => subject === 'orders' || subject === 'order';

/** Keeps the console live while the tab is visible; returns how to stop. */
export const startLive = (client: QueryClient): (() => void) => {
  let running: AbortController | undefined;
  const changes = gather(client);
  // What happened while nobody listened was not streamed, so what is on screen is read again once.
  const catchUp = () => void client.invalidateQueries({ predicate: ({ queryKey }) => isOfOrders(queryKey) });
  const listener = {
    changed: changes.add,
    unauthorised: endIfUnauthorised,
    state: (state: LiveState) => {
      if (state === 'live' && status.state === 'retrying') catchUp();
      set({ state });
    },
  };
  const open = () => {
    running = new AbortController();
    set({ state: 'connecting' });
    void followOrders(listener, running.signal);
  };
  const close = () => {
    running?.abort();
    running = undefined;
    set({ state: 'paused' });
  };
  const reopen = () => {
    close();
    open();
    catchUp();
  };
  const look = () => (document.hidden ? close() : reopen());
  if (!document.hidden) open();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', reopen);
  const unfollow = platform.onReturn(() => document.hidden || reopen());
  return () => {
    unfollow();
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', reopen);
    changes.stop();
    close();
  };
};
