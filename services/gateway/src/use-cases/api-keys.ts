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
import { type Key, type KeyFact, type Keys, keysFold } from '../domain/access/keys.ts';

const stream = 'key-all';

const operator: Submitter = { actor: 'operator' };

/** How long another replica's change may take to be known here, in milliseconds: a revoked key works no longer than that. */
const refreshEvery = 1_000;

export const hashOf = (key: string): string => hash('sha256', key, 'hex');

/** 256 random bits, with a prefix that secret scanners can know. */
export const newKey = (): string => `trb_${randomBytes(32).toString('base64url')}`;

const shortestKey = 16;

/** API keys: issued once, kept as hashes, checked in memory. */
export class ApiKeys {
  private readonly keys: Aggregates<Keys, KeyFact>;
  private byHash = new Map<string, Identity>();
  private readonly local = new Map<string, Identity>();

  constructor(private readonly store: EventStore) {
    this.keys = new Aggregates(store, 'gateway', keysFold, (event) => event as unknown as KeyFact, 4);
  }

  /**
   * Loads the keys and makes sure that an admin can get in.
   * @param adminKey a key given by the operator; issued when it is not known yet
   * @returns the first admin key when one had to be made: it is never shown again
   */
  async start(adminKey?: string): Promise<string | undefined> {
    await this.refresh();
    if (adminKey !== undefined) {
      if (adminKey.length < shortestKey)
        throw new RangeError(`TRIBUTARY_ADMIN_KEY must have at least ${shortestKey} characters.`);
      const hashed = hashOf(adminKey);
      const isKnown = (keys: Keys) => [...keys.values()].some((key) => key.hash === hashed);
      await this.issueHash('admin (from the environment)', 'admin', hashed, operator, isKnown);
      if (!this.byHash.has(hashed))
        throw new RangeError('TRIBUTARY_ADMIN_KEY was revoked: take another one.');
      return undefined;
    }
    const key = newKey();
    const hasAdmin = (keys: Keys) =>
      [...keys.values()].some(({ role, revoked }) => role === 'admin' && !revoked);
    return (await this.issueHash('first admin', 'admin', hashOf(key), operator, hasAdmin)) ? key : undefined;
  }

  /** Learns what other replicas issue and revoke, until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    if (this.store.features.oneWriter) return;
    while (!signal.aborted) {
      await delay(refreshEvery, undefined, { signal }).catch(() => {});
      // A store that is away now is asked again: known keys go on working meanwhile.
      await this.refresh().catch(() => {});
    }
  }

  /** A key for programs on this machine, for as long as this process lives. */
  issueLocal(): string {
    const key = newKey();
    this.local.set(hashOf(key), { keyId: 'local', name: 'this machine', role: 'admin' });
    return key;
  }

  verify(key: string): Identity | undefined {
    const hashed = hashOf(key);
    return this.byHash.get(hashed) ?? this.local.get(hashed);
  }

  async issue(
    name: string,
    role: Role,
    by: Submitter,
  ): Promise<{ readonly keyId: string; readonly key: string }> {
    const key = newKey();
    return { keyId: (await this.issueHash(name, role, hashOf(key), by))!, key };
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
    name: string,
    role: Role,
    hashed: string,
    by: Submitter,
    needless: (keys: Keys) => boolean = () => false,
  ): Promise<string | undefined> {
    const keyId = uuid();
    const fact: KeyFact = { type: 'tributary.key.issued.v1', data: { keyId, name, role, hash: hashed } };
    const done = await this.keys.execute(commandedBy('tributary/gateway', by), stream, (keys) =>
      needless(keys) ? accept<KeyFact>() : accept(fact),
    );
    await this.refresh();
    return done.outcome === 'recorded' ? keyId : undefined;
  }

  private async refresh(): Promise<void> {
    const { state } = await this.keys.load(stream);
    const valid = [...state.values()].filter(({ revoked }) => !revoked);
    this.byHash = new Map(
      valid.map(({ hash: hashed, keyId, name, role }) => [hashed, { keyId, name, role }]),
    );
  }
}
