import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AskedMoment } from '../api/moment.ts';
import { type Place, readFigure, readLedger, readPositions, readSellable } from '../api/stock.ts';
import { lastBefore, partUpTo } from './ledger.ts';

/** All there is or was of a SKU, location by location. */
export const usePositions = (sku: string, moment: AskedMoment) =>
  useQuery({
    queryKey: ['stock', 'positions', sku, moment],
    queryFn: ({ signal }) => readPositions(sku, moment, signal),
  });

/** What can be sold of a SKU now; as a channel is told, where one is named. */
export const useSellable = (sku: string, channel: string | undefined) =>
  useQuery({
    queryKey: ['stock', 'sellable', sku, channel],
    queryFn: ({ signal }) => readSellable(sku, channel, signal),
  });

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
