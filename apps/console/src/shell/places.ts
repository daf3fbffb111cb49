import { placesOfAdmin } from '../admin/sections.ts';
import { type Role, beyondStores, readingInbox, serving, setting } from '../sign-in/roles.ts';
import { t } from '../words/words.ts';

/** The rooms of the navigation, in its order; one without roles is for all of them. */
export const places = [
  { to: '/overview', label: t('Overview'), short: t('Overview') },
  { to: '/orders', label: t('Orders'), short: t('Orders') },
  { to: '/new-order', label: t('New order'), short: t('New'), roles: serving },
  { to: '/stock', label: t('Stock'), short: t('Stock') },
  { to: '/queues', label: t('Queues'), short: t('Queues') },
  { to: '/returns-desk', label: t('Returns desk'), short: t('Desk') },
  { to: '/quarantine', label: t('Quarantine'), short: t('Quarantine'), roles: readingInbox },
  { to: '/waiting', label: t('Waiting messages'), short: t('Waiting'), roles: beyondStores },
  { to: '/returns', label: t('Unmatched returns'), short: t('Returns'), roles: beyondStores },
  { to: '/reconciliation', label: t('Reconciliation'), short: t('Compare'), roles: setting },
  { to: '/settings', label: t('Settings'), short: t('Settings'), roles: setting },
  { to: '/admin', label: t('Administration'), short: t('Admin'), roles: placesOfAdmin },
] as const satisfies readonly {
  readonly to: string;
  /** At the side. */
  readonly label: string;
  /** Below, on a phone. */
  readonly short: string;
  readonly roles?: readonly Role[];
}[];

export type Place = (typeof places)[number];

/** The rooms that a role may use; of somebody who is not known yet, those that all may. */
export const placesFor = (role: Role | undefined): readonly Place[] =>
  places.filter((place) => !('roles' in place) || (role !== undefined && place.roles.includes(role)));

/** Rooms that fit side by side on a phone, the way to the others among them. */
const mostBelow = 5;

/** The rooms that stand below on a phone, and those behind “More”. */
export const belowAndMore = (
  all: readonly Place[],
): { readonly below: readonly Place[]; readonly more: readonly Place[] } =>
  all.length <= mostBelow
    ? { below: all, more: [] }
    : { below: all.slice(0, mostBelow - 1), more: all.slice(mostBelow - 1) };
