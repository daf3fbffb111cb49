import type { Role } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';

/** Roles that say who is the same person. */
const linking: readonly Role[] = ['admin', 'csr', 'supervisor', 'ops'];

export const useMayLink = (): boolean => useHasRole(linking);
