import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Schemas, everyEntry, told } from '@tributary/client';
import { api } from './api.ts';

export type Location = Schemas['NetworkLocation'];

const noLocations: readonly Location[] = [];

const everyLocation = (signal?: AbortSignal): Promise<Location[]> =>
  everyEntry((cursor) =>
    told(
      api.GET('/v1/locations', {
        params: { query: { limit: 1_000, ...cursor } },
        ...(signal && { signal }),
      }),
    ),
  );

/** Every location, by id. */
export const network = queryOptions({
  queryKey: ['locations'],
  queryFn: ({ signal }) => everyLocation(signal),
});

/** The network; empty until it is known, since a screen can do without names. */
export const useLocations = (): readonly Location[] => {
  const { data } = useQuery({ ...network, staleTime: 5 * 60_000 });
  return data ?? noLocations;
};

/** Turns a location's id into the name people know it by; the id itself when it has none. */
export const useLocationName = (): ((locationId: string) => string) => {
  const locations = useLocations();
  return (locationId) => locations.find((one) => one.locationId === locationId)?.name ?? locationId;
};

/**
 * Opens a location, or closes it. It is sent whole, so it is read anew first: what others changed since it was shown
 * stays.
 * @throws ApiProblem where it was not done
 */
export const setActive = async (shown: Location, active: boolean): Promise<Location> => {
  const now = (await everyLocation()).find(({ locationId }) => locationId === shown.locationId) ?? shown;
  const { locationId, ...body } = now;
  return told(
    api.PUT('/v1/locations/{locationId}', { params: { path: { locationId } }, body: { ...body, active } }),
  );
};
