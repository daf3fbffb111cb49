import type { KeyFact, Role } from '@tributary/contracts';
import type { Fold } from '@tributary/event-store';

export interface Key {
  readonly keyId: string;
  readonly name: string;
  readonly role: Role;
  /** SHA-256 of the key: it is random enough that a slow hash would add nothing. */
  readonly hash: string;
  readonly revoked: boolean;
}

/** All API keys, by id. */
export type Keys = ReadonlyMap<string, Key>;

export type { KeyFact } from '@tributary/contracts';

const evolve = (keys: Keys, fact: KeyFact): Keys => {
  const next = new Map(keys);
  switch (fact.type) {
    case 'tributary.key.issued.v1':
      return next.set(fact.data.keyId, { ...fact.data, revoked: false });
    case 'tributary.key.revoked.v1': {
      const key = keys.get(fact.data.keyId);
      return key ? next.set(key.keyId, { ...key, revoked: true }) : keys;
    }
    default:
      return fact satisfies never;
  }
};

export const keysFold: Fold<KeyFact, Keys> = { initialState: new Map(), evolve };
