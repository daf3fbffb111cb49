import type { Role } from './roles.ts';
import { useIdentity } from './useSession.ts';

/** Whether whoever is signed in has one of these roles; not, until that is known. */
export const useHasRole = (roles: readonly Role[]): boolean => {
  const { data } = useIdentity();
  return data !== undefined && roles.includes(data.role);
};
