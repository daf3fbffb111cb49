/** Why the sign-in page is shown to someone who was signed in before. */
export type EndReason = 'signed-out' | 'over' | 'revoked';

export type SessionState =
  /** `serial` tells one sign-in of this page from the next. */
  | { readonly is: 'in'; readonly serial: number }
  /** The key of a link is being tried. */
  | { readonly is: 'entering' }
  /** `failed` is why the key of a link opened nothing, or why the browser could not be signed out. */
  | {
      readonly is: 'out';
      readonly ended?: EndReason;
      readonly failed?: { readonly at: 'entering' | 'signing-out'; readonly error: unknown };
    };

/**
 * The id of the key that this browser was signed in with, which opens nothing: whether that still holds is in a cookie
 * that no script can read. Without it a visitor would be refused once before they are asked for their key.
 */
const storageName = 'tributary.signed-in';

export interface SessionChange {
  /** What was begun here is not to be found by whoever signs in next; who was away for too long finds it again. */
  readonly isOfSomebodyElse: boolean;
}

/** What tabs tell one another: who signed in, that somebody signed out, or that it is worth asking whether one still is in. */
type News = { readonly began: string } | 'signed-out' | 'doubtful';

const tabs = new BroadcastChannel('tributary.session');
const tell = (news: News): void => tabs.postMessage(news);

let serial = 0;
/** Who sits here, or sat here last as far as this page knows. */
let keyId = localStorage.getItem(storageName);
let state: SessionState = keyId === null ? { is: 'out' } : { is: 'in', serial };
const listeners = new Set<(change: SessionChange) => void>();
const doubters = new Set<() => void>();

const change = (next: SessionState, isOfSomebodyElse = false): void => {
  state = next;
  for (const listener of listeners) listener({ isOfSomebodyElse });
};

const enter = (entering: string): void => {
  const isOfSomebodyElse = entering !== keyId;
  if (state.is === 'in' && !isOfSomebodyElse) return;
  keyId = entering;
  localStorage.setItem(storageName, keyId);
  serial += 1;
  change({ is: 'in', serial }, isOfSomebodyElse);
};

const leave = (ended: EndReason): void => {
  localStorage.removeItem(storageName);
  change({ is: 'out', ended }, ended !== 'over');
};

tabs.addEventListener('message', ({ data }: MessageEvent<News>) => {
  if (typeof data === 'object') enter(data.began);
  else if (state.is !== 'in') return;
  else if (data === 'signed-out') leave('signed-out');
  else for (const doubter of doubters) doubter();
});

/** Whether somebody is signed in, in all tabs of this browser alike. */
export const session = {
  state: (): SessionState => state,
  began: (keyId: string): void => {
    enter(keyId);
    tell({ began: keyId });
  },
  entering: (): void => change({ is: 'entering' }),
  /** What was tried came to nothing; what was before it is found again when the page is loaded anew. */
  failed: (at: 'entering' | 'signing-out', error: unknown): void =>
    change({ is: 'out', failed: { at, error } }),
  signedOut: (): void => {
    leave('signed-out');
    tell('signed-out');
  },
  /** The platform refused: others of this browser's tabs find out by themselves whether it refuses them, too. */
  refused: (ended: 'over' | 'revoked'): void => {
    if (state.is !== 'in') return;
    leave(ended);
    tell('doubtful');
  },
  subscribe: (listener: (change: SessionChange) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Told when another tab was refused. */
  onDoubt: (doubter: () => void): void => void doubters.add(doubter),
};
