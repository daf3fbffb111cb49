import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { readPastOrder, readWholeTimeline } from '../../api/order.ts';
import { type Axis, momentsOf } from './moments.ts';

/** The moment that is looked at stands in the address, so that it can be handed on. */
export const usePastAddress = () => {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('past') ?? undefined;
  const axis: Axis = search.get('by') === 'recorded' ? 'recorded' : 'happened';
  const go = (past: string | undefined, by: Axis) =>
    setSearch(past === undefined ? {} : { past, ...(by === 'recorded' && { by }) }, { replace: true });
  return {
    isOpen: asked !== undefined,
    asked,
    axis,
    open: () => go('', axis),
    close: () => go(undefined, axis),
    at: (moment: string) => go(moment, axis),
    by: (next: Axis) => go('', next),
  };
};

/** An order as it was at the moment of the address, with all moments there are; the last one where none is named. */
export const usePast = (orderId: string) => {
  const address = usePastAddress();
  const { asked, axis, isOpen } = address;
  const timeline = useQuery({
    queryKey: ['order', orderId, 'whole timeline'],
    queryFn: ({ signal }) => readWholeTimeline(orderId, signal),
    enabled: isOpen,
  });
  const entries = timeline.data ?? [];
  const moments = momentsOf(entries, axis);
  // One that somebody typed stands at the last before it.
  const index = asked
    ? Math.max(
        0,
        moments.findLastIndex((moment) => moment <= asked),
      )
    : moments.length - 1;
  const moment = moments[index];
  const order = useQuery({
    queryKey: ['order', orderId, 'past', axis, moment],
    queryFn: ({ signal }) => readPastOrder(orderId, axis, moment ?? '', signal),
    enabled: isOpen && moment !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { ...address, timeline, entries, moments, index, moment, order };
};

export type Past = ReturnType<typeof usePast>;
