import { useQuery } from '@tanstack/react-query';
import { type Schemas, everyEntry, told } from '@tributary/client';
import { api } from './api.ts';

type Location = Schemas['NetworkLocation'];

const noLocations: readonly Location[] = [];

/** The network; empty until it is known, since a screen can do without names. */
export const useLocations = (): readonly Location[] => {
  const { data } = useQuery({
    queryKey: ['locations'],
    queryFn: ({ signal }) =>
      everyEntry((cursor) =>
        told(api.GET('/v1/locations', { params: { query: { limit: 1_000, ...cursor } }, signal })),
      ),
    staleTime: 5 * 60_000,
  });
  return data ?? noLocations;
};

/** Turns a location's id into the name people know it by; the id itself when it has none. */
export const useLocationName = (): ((locationId: string) => string) => {
  const locations = useLocations();
  return (locationId) => locations.find((one) => one.locationId === locationId)?.name ?? locationId;
};
