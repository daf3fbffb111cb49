import { useIdentity } from '../sign-in/useSession.ts';

/** Everybody but those who analyse: they see no persons. */
export const useMaySeeCustomers = (): boolean => {
  const role = useIdentity().data?.role;
  return role !== undefined && role !== 'analyst';
};
