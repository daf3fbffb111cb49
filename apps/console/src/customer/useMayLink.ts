import { useIdentity } from '../sign-in/useSession.ts';

/** Roles that say who is the same person. */
const linking = ['admin', 'csr', 'supervisor', 'ops'];

export const useMayLink = (): boolean => linking.includes(useIdentity().data?.role ?? '');
