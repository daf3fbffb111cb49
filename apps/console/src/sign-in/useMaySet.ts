import { setting } from './roles.ts';
import { useIdentity } from './useSession.ts';

/** Whether whoever is signed in sets what holds for all orders; undefined until that is known. */
export const useMaySet = (): boolean | undefined => {
  const { data } = useIdentity();
  return data && setting.includes(data.role);
};
