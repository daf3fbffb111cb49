import type { Order } from '../../api/order.ts';
import { useIdentity } from '../../sign-in/useSession.ts';
import { mayBeChanged } from './draft.ts';

/** Roles that may change orders after they were placed. */
const changers = ['admin', 'csr', 'supervisor', 'integrator'];

export const useMayChange = (order: Order | undefined): boolean => {
  const { data: identity } = useIdentity();
  return order !== undefined && changers.includes(identity?.role ?? '') && mayBeChanged(order);
};
