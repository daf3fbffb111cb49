import type { Role } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';

/** Roles that may ask what led to what. */
const tracing: readonly Role[] = ['admin', 'ops', 'integrator', 'csr', 'supervisor'];

export const useMayTrace = (): boolean => useHasRole(tracing);
