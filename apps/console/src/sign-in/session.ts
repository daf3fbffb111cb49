/** Why the sign-in page is shown to someone who was signed in before. */
export type EndReason = 'signed-out' | 'refused';

export interface SessionState {
  readonly key?: string;
  readonly ended?: EndReason;
}

const storageName = 'tributary.key';

const read = (): SessionState => {
  const key = sessionStorage.getItem(storageName);
  return key === null ? {} : { key };
};

let state: SessionState = read();
const listeners = new Set<() => void>();

const change = (next: SessionState): void => {
  state = next;
  if (next.key === undefined) sessionStorage.removeItem(storageName);
  else sessionStorage.setItem(storageName, next.key);
  for (const listener of listeners) listener();
};

/** The key of this browser tab; it ends with the tab. */
export const session = {
  state: (): SessionState => state,
  key: (): string => state.key ?? '',
  signIn: (key: string): void => change({ key }),
  end: (ended: EndReason): void => {
    if (state.key !== undefined) change({ ended });
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Takes a key out of `#key=…`, and out of the address bar and the history with it. */
export const takeKeyFromAddress = (): void => {
  const key = new URLSearchParams(window.location.hash.slice(1)).get('key');
  if (key === null) return;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  if (key.trim() !== '') session.signIn(key.trim());
};
