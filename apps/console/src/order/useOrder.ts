import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { explainMoney, readDecisions, readOrder, readTimeline } from '../api/order.ts';

export const useOrder = (orderId: string) =>
  useQuery({ queryKey: ['order', orderId], queryFn: ({ signal }) => readOrder(orderId, signal) });

/** @param all also what the timeline policy leaves out */
export const useTimeline = (orderId: string, all: boolean) =>
  useInfiniteQuery({
    queryKey: ['order', orderId, 'timeline', all ? 'all' : 'told'],
    queryFn: ({ pageParam, signal }) => readTimeline(orderId, all, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** @param asked whether somebody wants to see it */
export const useExplainedMoney = (orderId: string, asked: boolean) =>
  useInfiniteQuery({
    queryKey: ['order', orderId, 'money'],
    queryFn: ({ pageParam, signal }) => explainMoney(orderId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    enabled: asked,
  });

export const useDecisions = (orderId: string) =>
  useQuery({
    queryKey: ['order', orderId, 'decisions'],
    queryFn: ({ signal }) => readDecisions(orderId, signal),
  });
