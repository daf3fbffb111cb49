import type { Role } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';

/** Roles that may hold orders and release them. */
const holders: readonly Role[] = ['admin', 'csr', 'supervisor', 'ops', 'integrator'];

export const useMayHold = (): boolean => useHasRole(holders);

/** Reasons that every retailer knows; others are their own. */
export const commonReasons = ['csr', 'payment', 'fraud', 'address'] as const;
