import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../api/newKey.ts';
import { type OrderSummary, listOrders } from '../api/orders.ts';
import { type OrderResult, type Queue, commandOrders, countQueues } from '../api/queues.ts';
import { type Wish, commandsOf, merged } from './wish.ts';

export const useQueueCounts = () =>
  useQuery({
    queryKey: ['queues'],
    queryFn: ({ signal }) => countQueues(signal),
    refetchInterval: 15_000,
  });

/** Orders of a queue, placed first first; of those that are held, all or those held for one reason. */
export const useQueue = (queue: Queue, hold: string) =>
  useInfiniteQuery({
    queryKey: ['orders', 'queue', queue, hold],
    queryFn: ({ pageParam, signal }) =>
      listOrders({ queue, sort: 'oldest', ...(hold !== '' && { hold }) }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });

/** What is asked for several orders, and what came of it for each: one that cannot be done keeps no other from it. */
export interface Outcome {
  readonly wish: Wish;
  readonly orders: readonly OrderSummary[];
  readonly results: readonly OrderResult[];
}

export const useCommandMany = () => {
  const client = useQueryClient();
  const tried = useRef<{ readonly asked: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: async ({ wish, orders }: Omit<Outcome, 'results'>): Promise<Outcome> => {
      const commands = commandsOf(wish, orders);
      // What was asked and not answered keeps its key, so that asking again does nothing twice.
      const asked = JSON.stringify(commands);
      if (tried.current?.asked !== asked) tried.current = { asked, key: newKey() };
      const { key } = tried.current;
      const answers: OrderResult[] = [];
      for (const [index, command] of commands.entries())
        answers.push(...(await commandOrders(command, `${key}-${index}`)).results);
      const results = merged(orders, answers);
      if (!results.some(({ outcome }) => outcome === 'unknown')) tried.current = undefined;
      return { wish, orders, results };
    },
    onSettled: () =>
      Promise.all(
        ['orders', 'queues', 'order'].map((subject) => client.invalidateQueries({ queryKey: [subject] })),
      ),
  });
};
