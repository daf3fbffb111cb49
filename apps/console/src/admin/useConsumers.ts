import { useQuery } from '@tanstack/react-query';
import { readConsumers } from '../api/running.ts';
import { watching } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';

/** How far the consumers are; not asked for those who may not know. */
export const useConsumers = () => {
  const may = useHasRole(watching);
  return useQuery({
    queryKey: ['consumers'],
    queryFn: ({ signal }) => readConsumers(signal),
    refetchInterval: 5_000,
    enabled: may,
  });
};
