import { roleNames } from '@tributary/client';
import type { Role } from '../sign-in/roles.ts';

const lets: Readonly<Record<Role, string | undefined>> = {
  integrator: 'systems that send and read',
  ops: 'settings, repairs and holds',
  csr: undefined,
  supervisor: 'customer service that approves',
  associate: undefined,
  analyst: 'reads and reports',
  admin: 'everything, and keys',
};

const wordsOf = (role: Role): string => {
  const name = roleNames[role];
  const what = lets[role];
  return name.charAt(0).toUpperCase() + name.slice(1) + (what === undefined ? '' : `: ${what}`);
};

/** The roles that a key may have. */
export const roles = Object.keys(roleNames) as readonly Role[];

/** What a role may do, in a few words. */
export const roleWords = Object.fromEntries(roles.map((role) => [role, wordsOf(role)])) as Readonly<
  Record<Role, string>
>;
