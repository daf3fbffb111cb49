import type { KeyFact, Role } from '@tributary/contracts';
import { type Decision, type Fold, type Refusal, accept, refuse } from '@tributary/event-store';

export interface Key {
  readonly keyId: string;
  readonly name: string;
  readonly role: Role;
  /** Of which alone it may hand in messages, `*` at the end for any ending; of all where there are none. */
  readonly sources?: readonly string[] | undefined;
  /** SHA-256 of the key: it is random enough that a slow hash would add nothing. */
  readonly hash: string;
  readonly revoked: boolean;
}

/** All API keys, by id. */
export type Keys = ReadonlyMap<string, Key>;

export type { KeyFact } from '@tributary/contracts';

/** Of the key that the operator gives at a start; nobody else can issue one of this name. */
export const operatorsKeyName = 'admin (from the environment)';

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

/**
 * The operator's key takes the place of the one that was given before; all others stay.
 * @param keyId of the key, where it is not known yet
 */
export const giveOperatorsKey = (keys: Keys, keyId: string, hash: string): Decision<KeyFact, Refusal> => {
  const known = [...keys.values()].find((key) => key.hash === hash);
  if (known?.revoked)
    return refuse({ code: 'key-revoked', reason: 'it was revoked or replaced. Take another one.' });
  if (known && known.name !== operatorsKeyName)
    return refuse({
      code: 'key-in-use',
      reason: `it is the key ${known.keyId} already. Take one of its own.`,
    });
  if (known) return accept();
  const before = [...keys.values()].filter(({ name, revoked }) => name === operatorsKeyName && !revoked);
  return accept<KeyFact>(
    {
      type: 'tributary.key.issued.v1',
      data: { keyId, name: operatorsKeyName, role: 'admin', hash },
    },
    ...before.map((key): KeyFact => ({ type: 'tributary.key.revoked.v1', data: { keyId: key.keyId } })),
  );
};
