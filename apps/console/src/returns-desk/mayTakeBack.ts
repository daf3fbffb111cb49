import { useIdentity } from '../sign-in/useSession.ts';

/** Roles that may say that goods may come back, and take them back; others see what is expected. */
const takers = ['admin', 'csr', 'supervisor', 'associate', 'integrator'];

export const useMayTakeBack = (): boolean => takers.includes(useIdentity().data?.role ?? '');
