import { hash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Identity, Role, Submitter } from '@tributary/contracts';
import {
  Aggregates,
  type EventStore,
  type Refusal,
  accept,
  commandedBy,
  refuse,
} from '@tributary/event-store';
import { v7 as uuid } from 'uuid';
import { type Key, type KeyFact, type Keys, giveOperatorsKey, keysFold } from '../domain/access/keys.ts';

const stream = 'key-all';

const operator: Submitter = { actor: 'operator' };

/** How often other replicas' changes are asked for, in milliseconds. */
const refreshEvery = 500;
/** How old what is known here may be before nobody is let in by it, in milliseconds: a revoked key works no longer. */
const longestTrust = 1_000;

export const hashOf = (key: string): string => hash('sha256', key, 'hex');

/** 256 random bits, with a prefix that secret scanners can know. */
export const newKey = (): string => `trb_${randomBytes(32).toString('base64url')}`;

const shortestKey = 16;

/** Of the key for programs on this machine. */
const ownKey: Identity = { keyId: 'local', name: 'this machine', role: 'admin' };

/** Whom a key was issued to. */
export type Holder = Pick<Identity, 'keyId' | 'name' | 'role'>;

/** What a key is issued with. */
type Issuing = Pick<Key, 'name' | 'role' | 'sources'>;

/** API keys: issued once, kept as hashes, checked in memory. */
export class ApiKeys {
  private readonly keys: Aggregates<Keys, KeyFact>;
  private byHash = new Map<string, Identity>();
  private all: Keys = new Map();
  private readonly local = new Map<string, Identity>();
  private version = 0;
  private refreshedAt = -Infinity;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.keys = new Aggregates(store, 'gateway', keysFold, (event) => event as unknown as KeyFact, {
      cacheSize: 4,
    });
  }

  /**
   * Loads the keys and makes sure that an admin can get in.
   * @param adminKey a key given by the operator: the one that was given before is revoked
   * @returns the first admin key when one had to be made: it is never shown again
   * @throws RangeError the operator's key is too short, was revoked or replaced, or is another key already
   */
  async start(adminKey?: string): Promise<string | undefined> {
    await this.refresh();
    if (adminKey !== undefined) {
      if (adminKey.length < shortestKey)
        throw new RangeError(`TRIBUTARY_ADMIN_KEY must have at least ${shortestKey} characters.`);
      await this.startWith(adminKey);
      return undefined;
    }
    const key = newKey();
    const hasAdmin = (keys: Keys) =>
      [...keys.values()].some(({ role, revoked }) => role === 'admin' && !revoked);
    return (await this.issueHash({ name: 'first admin', role: 'admin' }, hashOf(key), operator, hasAdmin))
      ? key
      : undefined;
  }

  private async startWith(adminKey: string): Promise<void> {
    const done = await this.keys.execute<Refusal>(
      commandedBy('tributary/gateway', operator),
      stream,
      (keys) => giveOperatorsKey(keys, uuid(), hashOf(adminKey)),
    );
    await this.refresh();
    if (done.outcome === 'refused')
      throw new RangeError(`TRIBUTARY_ADMIN_KEY is refused: ${done.refusal.reason}`);
  }

  /** Learns what other replicas issue and revoke, until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    if (this.store.features.oneWriter) return;
    while (!signal.aborted) {
      await delay(refreshEvery, undefined, { signal }).catch(() => {});
      // A store that is away now is asked again.
      await this.refresh().catch(() => {});
    }
  }

  /** A key for programs on this machine, for as long as this process lives. */
  issueLocal(): string {
    const key = newKey();
    this.local.set(hashOf(key), ownKey);
    return key;
  }

  /**
   * Whose key it is. Where other replicas issue and revoke keys too, what is known here must be of now: a
   * process that stood still, or cannot ask the store, lets nobody in by what was true before.
   * @throws StoreUnavailable the store does not tell
   */
  verify(key: string): Identity | undefined | Promise<Identity | undefined> {
    return this.verifyHash(hashOf(key));
  }

  /**
   * Whose key it is that has this hash, as of now like `verify`.
   * @throws StoreUnavailable the store does not tell
   */
  verifyHash(hashed: string): Identity | undefined | Promise<Identity | undefined> {
    return this.asOfNow(() => this.byHash.get(hashed) ?? this.local.get(hashed));
  }

  /**
   * Whether the key was good and is so no longer, as of now like `verify`.
   * @throws StoreUnavailable the store does not tell
   */
  isRevoked(keyId: string): boolean | Promise<boolean> {
    return this.asOfNow(() => this.all.get(keyId)?.revoked ?? false);
  }

  /**
   * Whom keys were issued to, also those that were revoked, so that what was done under them has a name; as of now
   * like `verify`.
   * @returns each key once, in the order asked for, without those that are not known
   * @throws StoreUnavailable the store does not tell
   */
  holdersOf(keyIds: readonly string[]): Holder[] | Promise<Holder[]> {
    return this.asOfNow(() =>
      [...new Set(keyIds)]
        .map((keyId) => (keyId === ownKey.keyId ? ownKey : this.all.get(keyId)))
        .filter((key) => key !== undefined)
        .map(({ keyId, name, role }) => ({ keyId, name, role })),
    );
  }

  /** @param sources of which alone it may hand in messages, each as `sourcePattern` says; of all where left out */
  async issue(
    name: string,
    role: Role,
    by: Submitter,
    sources?: readonly string[],
  ): Promise<{ readonly keyId: string; readonly key: string }> {
    const key = newKey();
    return { keyId: (await this.issueHash({ name, role, sources }, hashOf(key), by))!, key };
  }

  async revoke(keyId: string, by: Submitter): Promise<Refusal | undefined> {
    const done = await this.keys.execute<Refusal>(commandedBy('tributary/gateway', by), stream, (keys) => {
      const key = keys.get(keyId);
      if (!key) return refuse({ code: 'not-found', reason: `There is no key ${keyId}.` });
      return key.revoked ? accept() : accept<KeyFact>({ type: 'tributary.key.revoked.v1', data: { keyId } });
    });
    await this.refresh();
    return done.outcome === 'refused' ? done.refusal : undefined;
  }

  async list(): Promise<Omit<Key, 'hash'>[]> {
    const { state } = await this.keys.load(stream);
    return [...state.values()].map(({ hash: _, ...key }) => key);
  }

  /** @returns the key's id, or undefined where it was not needed */
  private async issueHash(
    { name, role, sources }: Issuing,
    hashed: string,
    by: Submitter,
    needless: (keys: Keys) => boolean = () => false,
  ): Promise<string | undefined> {
    const keyId = uuid();
    const fact: KeyFact = {
      type: 'tributary.key.issued.v1',
      data: { keyId, name, role, hash: hashed, ...(sources && { sources: [...sources] }) },
    };
    const done = await this.keys.execute(commandedBy('tributary/gateway', by), stream, (keys) =>
      needless(keys) ? accept<KeyFact>() : accept(fact),
    );
    await this.refresh();
    return done.outcome === 'recorded' ? keyId : undefined;
  }

  private asOfNow<T>(known: () => T): T | Promise<T> {
    if (this.store.features.oneWriter || this.now() - this.refreshedAt <= longestTrust) return known();
    return this.refreshOnce().then(known);
  }

  private refreshOnce(): Promise<void> {
    return (this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined)));
  }

  private async refresh(): Promise<void> {
    const asked = this.now();
    const { state, version } = await this.keys.load(stream);
    // One that was asked for earlier may come later.
    if (version < this.version) return;
    this.version = version;
    this.all = state;
    const valid = [...state.values()].filter(({ revoked }) => !revoked);
    this.byHash = new Map(
      valid.map(({ hash: hashed, keyId, name, role, sources }) => [
        hashed,
        { keyId, name, role, ...(sources && { sources }) },
      ]),
    );
    this.refreshedAt = asked;
  }
}
