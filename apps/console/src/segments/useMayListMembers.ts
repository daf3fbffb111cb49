import type { Role } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';

/** Roles that see all who are in a segment; a store sees in which one customer is. */
const listing: readonly Role[] = ['admin', 'ops', 'csr', 'supervisor', 'integrator'];

export const useMayListMembers = (): boolean => useHasRole(listing);
