import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Schemas, type operations, told } from '@tributary/client';
import { api } from './api.ts';

/** Goods that somebody may order. */
export type Inquiry = operations['previewSourcing']['requestBody']['content']['application/json'];
/** Where they would come from. */
export type Outlook = Schemas['SourcingOutlook'];

/** After the last entry, in milliseconds. */
const pause = 400;

/**
 * Where goods would come from if they were ordered now, asked once the person pauses.
 * @param inquiry what is wanted; nothing is asked while there are no lines
 */
export const useOutlook = (inquiry: Inquiry): Outlook | undefined => {
  const wanted = JSON.stringify(inquiry);
  const [asked] = useDebouncedValue(wanted, pause);
  const body = JSON.parse(asked) as Inquiry;
  const isAsked = inquiry.lines.length > 0;
  const { data } = useQuery({
    queryKey: ['outlook', asked],
    queryFn: ({ signal }) => told(api.POST('/v1/sourcing/outlook', { body, signal })),
    enabled: isAsked && body.lines.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 5_000,
  });
  return isAsked ? data : undefined;
};
