import { useQuery } from '@tanstack/react-query';
import { readDecisions, readOrder, readTimeline } from '../api/order.ts';

export const useOrder = (orderId: string) =>
  useQuery({ queryKey: ['order', orderId], queryFn: ({ signal }) => readOrder(orderId, signal) });

export const useTimeline = (orderId: string) =>
  useQuery({
    queryKey: ['order', orderId, 'timeline'],
    queryFn: ({ signal }) => readTimeline(orderId, signal),
  });

export const useDecisions = (orderId: string) =>
  useQuery({
    queryKey: ['order', orderId, 'decisions'],
    queryFn: ({ signal }) => readDecisions(orderId, signal),
  });
