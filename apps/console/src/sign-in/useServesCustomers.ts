import { serving } from './roles.ts';
import { useHasRole } from './useHasRole.ts';

/** Whether whoever is signed in decides for a customer. */
export const useServesCustomers = (): boolean => useHasRole(serving);
