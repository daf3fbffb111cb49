import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type OrderChange, previewChange } from '../../api/change.ts';

/** After the last entry, in milliseconds. */
const pause = 400;

/**
 * What the changes would do, asked for once the person pauses. It is kept nowhere and not brought up to date
 * with the order: what is made is what was looked at.
 * @returns `current` only where it is of these very changes
 */
export const usePreview = (orderId: string, changes: readonly OrderChange[]) => {
  const wanted = JSON.stringify(changes);
  const [asked] = useDebouncedValue(wanted, pause);
  const query = useQuery({
    queryKey: ['change-preview', orderId, asked],
    queryFn: ({ signal }) => previewChange(orderId, JSON.parse(asked) as OrderChange[], signal),
    enabled: asked !== '[]' && wanted !== '[]',
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const isSettled = asked === wanted && !query.isFetching;
  return {
    /** The last that was answered, to be shown while the next is awaited. */
    shown: wanted === '[]' ? undefined : query.data,
    current: isSettled && query.isSuccess && !query.isPlaceholderData ? query.data : undefined,
    error: isSettled ? query.error : null,
    isAwaited: wanted !== '[]' && !isSettled,
    again: () => void query.refetch(),
  };
};
