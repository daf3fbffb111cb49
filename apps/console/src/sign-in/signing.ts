import { told } from '@tributary/client';
import { api } from '../api/api.ts';
import { ApiProblem } from '../api/problem.ts';
import { session } from './session.ts';

/** Has the platform keep who it is; the key is nowhere in the page afterwards. @throws ApiProblem 401 for a key that is not known */
export const signIn = async (key: string): Promise<void> => {
  const { keyId } = await told(api.POST('/v1/session', { body: { key } }));
  session.began(keyId);
};

/** Signs out all tabs; where the platform does not answer that is told, since the browser then still is signed in. */
export const signOut = async (): Promise<void> => {
  try {
    await told(api.DELETE('/v1/session'));
    session.signedOut();
  } catch (error) {
    session.failed('signing-out', error);
  }
};

/** Leads to the sign-in page where a request was refused for who asks. */
export const endIfUnauthorised = (error: unknown): void => {
  if (!(error instanceof ApiProblem) || error.problem.status !== 401) return;
  session.refused(error.problem.code === 'key-revoked' ? 'revoked' : 'over');
};

/** Takes a key out of `#key=…`, and out of the address bar and the history with it, and signs in with it. */
export const takeKeyFromAddress = (): void => {
  const key = new URLSearchParams(window.location.hash.slice(1)).get('key');
  if (key === null) return;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  if (key.trim() === '') return;
  session.entering();
  signIn(key.trim()).catch((error: unknown) => session.failed('entering', error));
};

/** Keys lay there in earlier versions, and would in a tab that was open since. */
export const forgetKeptKey = (): void => sessionStorage.removeItem('tributary.key');
