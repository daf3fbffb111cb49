import type { Role } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';

/** Roles that may say that goods may come back, and take them back; others see what is expected. */
const takers: readonly Role[] = ['admin', 'csr', 'supervisor', 'associate', 'integrator'];

export const useMayTakeBack = (): boolean => useHasRole(takers);
