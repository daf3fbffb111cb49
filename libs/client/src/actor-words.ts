import type { components } from './api.gen.ts';

/** Whom a key was issued to. */
export type Person = components['schemas']['Person'];
type Role = Person['role'];

/** Keys that may be asked for at once. */
export const mostPeople = 100;

/** What a role is called within a sentence. */
export const roleNames: Readonly<Record<Role, string>> = {
  integrator: 'integrator',
  ops: 'operations',
  csr: 'customer service',
  supervisor: 'supervisor',
  associate: 'store associate',
  analyst: 'analyst',
  admin: 'administrator',
};

/** Whose key it is, once that was asked: nobody’s that is known, or still being asked. */
export type Whose = Person | 'unknown' | 'asking';

interface Key {
  readonly role: Role;
  readonly keyId: string;
}

/** A role and the id of a key as the platform gives them out; `clerk:17` or `csr:ann` are what a publisher says. */
const ofKey = /^([a-z]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|local)$/;

/** The key that acted; nothing where it was none of ours: a system, an entrance, or whom a publisher names. */
export const keyOfActor = (actor: string): Key | undefined => {
  const [, role = '', keyId = ''] = ofKey.exec(actor) ?? [];
  return Object.hasOwn(roleNames, role) ? { role: role as Role, keyId } : undefined;
};

/** Enough of an id to be told from others: those of keys begin with when they were issued, and end by chance. */
const shortest = (keyId: string): string => keyId.slice(-8);

const keyText = ({ role, keyId }: Key, whose: Whose): string => {
  if (whose === 'asking') return roleNames[role];
  if (whose === 'unknown') return `${roleNames[role]} (key …${shortest(keyId)})`;
  return `${whose.name} (${roleNames[role]})`;
};

/**
 * Who acted, in words: `Ann Baker (customer service)`. Whom a publisher names stays as it is.
 * @param whose whom the key was issued to, where it was one; its role is what the actor says
 */
export const actorText = (actor: string, whose: Whose = 'unknown'): string => {
  const key = keyOfActor(actor);
  if (key) return keyText(key, whose);
  if (actor === 'operator') return 'the operator';
  if (actor.startsWith('tributary/')) return 'Tributary';
  if (actor.startsWith('kafka:')) return `Kafka topic ${actor.slice('kafka:'.length)}`;
  return actor;
};
