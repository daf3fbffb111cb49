import { placesOfAdmin } from '../admin/sections.ts';
import { type Role, beyondStores, readingInbox, serving, setting } from '../sign-in/roles.ts';

/** The rooms of the navigation, in its order; one without roles is for all of them. */
export const places = [
  { to: '/overview', label: 'Overview', short: 'Overview' },
  { to: '/orders', label: 'Orders', short: 'Orders' },
  { to: '/new-order', label: 'New order', short: 'New', roles: serving },
  { to: '/stock', label: 'Stock', short: 'Stock' },
  { to: '/queues', label: 'Queues', short: 'Queues' },
  { to: '/returns-desk', label: 'Returns desk', short: 'Desk' },
  { to: '/quarantine', label: 'Quarantine', short: 'Quarantine', roles: readingInbox },
  { to: '/waiting', label: 'Waiting messages', short: 'Waiting', roles: beyondStores },
  { to: '/returns', label: 'Unmatched returns', short: 'Returns', roles: beyondStores },
  { to: '/reconciliation', label: 'Reconciliation', short: 'Compare', roles: setting },
  { to: '/settings', label: 'Settings', short: 'Settings', roles: setting },
  { to: '/admin', label: 'Administration', short: 'Admin', roles: placesOfAdmin },
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
