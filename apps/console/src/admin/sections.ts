import { type Role, administering, beyondStores, watching } from '../sign-in/roles.ts';
import { t } from '../words/words.ts';

export interface Section {
  readonly to: string;
  readonly label: string;
  /** What is found there, in a sentence. */
  readonly about: string;
  readonly roles: readonly Role[];
}

/** What the room of administration is made of. */
export const sections: readonly Section[] = [
  {
    to: '/admin/keys',
    label: t('Keys'),
    about: t('Who holds a key, what it lets them do, and the making and withdrawing of keys.'),
    roles: administering,
  },
  {
    to: '/admin/consumers',
    label: t('Consumers and dead letters'),
    about: t('How far each part of the platform has read what happened, and what it could not apply.'),
    roles: watching,
  },
  {
    to: '/admin/locations',
    label: t('Locations'),
    about: t('Where goods are sold from, and the closing and opening of locations.'),
    roles: beyondStores,
  },
];

/** Roles that may use any of them. */
export const placesOfAdmin: readonly Role[] = [...new Set(sections.flatMap(({ roles }) => roles))];

/** Those that a role may use. */
export const sectionsFor = (role: Role | undefined): readonly Section[] =>
  sections.filter(({ roles }) => role !== undefined && roles.includes(role));
