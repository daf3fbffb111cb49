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

/** How those who act are called where it is not by their own name. */
export interface ActorWords {
  readonly roles: Readonly<Record<Role, string>>;
  readonly operator: string;
  readonly topicOf: (name: string) => string;
  /** Of a key that nobody is known by, told by the end of its id. */
  readonly keyOf: (role: string, end: string) => string;
}

const english: ActorWords = {
  roles: roleNames,
  operator: 'the operator',
  topicOf: (name) => `Kafka topic ${name}`,
  keyOf: (role, end) => `${role} (key …${end})`,
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

const keyText = ({ role, keyId }: Key, whose: Whose, { roles, keyOf }: ActorWords): string => {
  if (whose === 'asking') return roles[role];
  if (whose === 'unknown') return keyOf(roles[role], shortest(keyId));
  return `${whose.name} (${roles[role]})`;
};

/**
 * Who acted, in words: `Ann Baker (customer service)`. Whom a publisher names stays as it is.
 * @param whose whom the key was issued to, where it was one; its role is what the actor says
 * @param words English ones when left out
 */
export const actorText = (actor: string, whose: Whose = 'unknown', words: ActorWords = english): string => {
  const key = keyOfActor(actor);
  if (key) return keyText(key, whose, words);
  if (actor === 'operator') return words.operator;
  if (actor.startsWith('tributary/')) return 'Tributary';
  if (actor.startsWith('kafka:')) return words.topicOf(actor.slice('kafka:'.length));
  return actor;
};
