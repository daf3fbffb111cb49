import { useIdentity } from '../sign-in/useSession.ts';

/** Roles that may hold orders and release them. */
const holders = ['admin', 'csr', 'supervisor', 'ops', 'integrator'];

export const useMayHold = (): boolean => holders.includes(useIdentity().data?.role ?? '');

/** Reasons that every retailer knows; others are their own. */
export const commonReasons = ['csr', 'payment', 'fraud', 'address'] as const;
