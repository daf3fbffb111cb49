import type { Order } from '../../api/order.ts';
import { useServesCustomers } from '../../sign-in/useServesCustomers.ts';
import { mayBeChanged } from './draft.ts';

export const useMayChange = (order: Order | undefined): boolean => {
  const serves = useServesCustomers();
  return order !== undefined && serves && mayBeChanged(order);
};
