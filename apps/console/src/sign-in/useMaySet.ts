import { useIdentity } from './useSession.ts';

/** Roles that set what holds for all orders. */
const setting = ['admin', 'ops'];

/** Whether whoever is signed in may; undefined until that is known. */
export const useMaySet = (): boolean | undefined => {
  const { data } = useIdentity();
  return data && setting.includes(data.role);
};
