import { useQuery } from '@tanstack/react-query';
import { readOrdersPerMinute } from '../api/running.ts';
import { watching } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';

/** How far back the overview looks, in minutes. */
export const lookBack = 60;

/** Not asked for those who may not know. */
export const useOrdersPerMinute = () => {
  const may = useHasRole(watching);
  return useQuery({
    queryKey: ['overview', 'orders-per-minute'],
    queryFn: ({ signal }) => readOrdersPerMinute(lookBack, signal),
    refetchInterval: 5_000,
    enabled: may,
  });
};
