import { actorWords } from '../people/actorWords.ts';
import type { Role } from '../sign-in/roles.ts';
import { t } from '../words/words.ts';

const lets: Readonly<Record<Role, string | undefined>> = {
  integrator: t('systems that send and read'),
  ops: t('settings, repairs and holds'),
  csr: undefined,
  supervisor: t('customer service that approves'),
  associate: undefined,
  analyst: t('reads and reports'),
  admin: t('everything, and keys'),
};

const wordsOf = (role: Role): string => {
  const name = actorWords.roles[role];
  const what = lets[role];
  return name.charAt(0).toUpperCase() + name.slice(1) + (what === undefined ? '' : `: ${what}`);
};

/** The roles that a key may have. */
export const roles = Object.keys(lets) as readonly Role[];

/** What a role may do, in a few words. */
export const roleWords = Object.fromEntries(roles.map((role) => [role, wordsOf(role)])) as Readonly<
  Record<Role, string>
>;
