import { useQuery } from '@tanstack/react-query';
import { readConsumers, readOrdersPerMinute } from '../api/running.ts';

/** How far back the overview looks, in minutes. */
export const lookBack = 60;

export const useOrdersPerMinute = () =>
  useQuery({
    queryKey: ['overview', 'orders-per-minute'],
    queryFn: ({ signal }) => readOrdersPerMinute(lookBack, signal),
    refetchInterval: 5_000,
  });

export const useConsumers = () =>
  useQuery({
    queryKey: ['consumers'],
    queryFn: ({ signal }) => readConsumers(signal),
    refetchInterval: 5_000,
  });
