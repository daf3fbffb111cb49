import { useIdentity } from '../sign-in/useSession.ts';

/** Roles that see all who are in a segment; a store sees in which one customer is. */
const listing = ['admin', 'ops', 'csr', 'supervisor', 'integrator'];

export const useMayListMembers = (): boolean => listing.includes(useIdentity().data?.role ?? '');
