import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type AskedMoment, type Place, readFigure, readLedger } from '../api/stock.ts';
import { lastBefore, partUpTo } from './ledger.ts';

export const useFigure = (place: Place, moment: AskedMoment = {}) =>
  useQuery({
    queryKey: ['stock', place, 'figure', moment],
    queryFn: ({ signal }) => readFigure(place, moment, signal),
  });

/** The entries of a ledger, newest part first. @param entries how many it has; undefined until that is known */
export const useLedger = (place: Place, entries: number | undefined) =>
  useInfiniteQuery({
    queryKey: ['stock', place, 'ledger', entries],
    queryFn: ({ pageParam, signal }) => readLedger(place, partUpTo(pageParam), signal),
    initialPageParam: entries ?? 0,
    getNextPageParam: ({ items }) => lastBefore(items),
    enabled: entries !== undefined && entries > 0,
    placeholderData: keepPreviousData,
  });
