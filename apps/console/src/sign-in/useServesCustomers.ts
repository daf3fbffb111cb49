import { useIdentity } from './useSession.ts';

/** Roles that decide for a customer: they place orders, change them and give money back. */
const serving = ['admin', 'csr', 'supervisor', 'integrator'];

export const useServesCustomers = (): boolean => serving.includes(useIdentity().data?.role ?? '');
