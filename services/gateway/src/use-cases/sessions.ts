import type { Identity } from '@tributary/contracts';
import { type ApiKeys, hashOf } from './api-keys.ts';
import type { Sealer } from './webhooks/outgoing.ts';

/** How long a session lasts, in seconds: a working day. */
export const sessionSeconds = 12 * 60 * 60;

/** The hash of the key that it began with, and its end in milliseconds since 1970. */
interface Contents {
  readonly hash: string;
  readonly until: number;
}

/** A session as it begins: whose, until when (milliseconds since 1970), and what the browser keeps of it. */
interface Begun {
  readonly identity: Identity;
  readonly until: number;
  readonly sealed: string;
}

/**
 * Sessions of browsers: begun with an API key, sealed, and kept by the browser alone. Each is looked up by the hash of
 * its key whenever it is shown, so it is over as soon as the key is; and whoever had got hold of what seals them
 * could still not make one, since hashes are shown to nobody.
 */
export class Sessions {
  constructor(
    private readonly keys: Pick<ApiKeys, 'verify' | 'verifyHash'>,
    private readonly sealer: Sealer,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * @returns undefined for a key that is unknown or revoked
   * @throws StoreUnavailable the store does not tell
   */
  async begin(key: string): Promise<Begun | undefined> {
    const identity = await this.keys.verify(key);
    if (!identity) return undefined;
    const until = this.now() + sessionSeconds * 1_000;
    const contents: Contents = { hash: hashOf(key), until };
    return { identity, until, sealed: await this.sealer.seal(JSON.stringify(contents)) };
  }

  /**
   * Whose a session is, as of now; `over` also for what was never one.
   * @throws StoreUnavailable the store does not tell
   */
  async open(
    sealed: string,
  ): Promise<{ readonly identity: Identity; readonly until: number } | 'over' | 'revoked'> {
    const opened = await this.sealer.open(sealed).catch(() => undefined);
    if (opened === undefined) return 'over';
    // What opens was sealed here: nobody else's text comes this far.
    const { hash, until } = JSON.parse(opened) as Contents;
    if (this.now() >= until) return 'over';
    const identity = await this.keys.verifyHash(hash);
    return identity ? { identity, until } : 'revoked';
  }
}
