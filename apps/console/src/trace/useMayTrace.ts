import { useIdentity } from '../sign-in/useSession.ts';

/** Roles that may ask what led to what. */
const tracing = ['admin', 'ops', 'integrator', 'csr', 'supervisor'];

export const useMayTrace = (): boolean => tracing.includes(useIdentity().data?.role ?? '');
