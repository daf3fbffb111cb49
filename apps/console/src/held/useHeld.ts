import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { releaseOrder } from '../api/order.ts';
import { type OrderSummary, listOrders } from '../api/orders.ts';
import { problemOf } from '../api/problem.ts';

/** Held orders, all or those held for one reason; empty text means all. */
export const useHeld = (reason: string) =>
  useInfiniteQuery({
    queryKey: ['orders', 'held', reason],
    queryFn: ({ pageParam, signal }) =>
      listOrders({ status: ['held'], ...(reason !== '' && { hold: reason }) }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });

/** What became of a release of several orders. */
export interface Outcome {
  readonly released: number;
  readonly failed: readonly { readonly order: OrderSummary; readonly problem: string }[];
}

interface Asked {
  readonly orders: readonly OrderSummary[];
  /** Of this reason alone; of all where it is empty. */
  readonly reason: string;
  readonly note: string;
}

const releaseOne = async ({ orderId, heldFor = [] }: OrderSummary, { reason, note }: Asked) => {
  for (const held of reason === '' ? heldFor : [reason])
    await releaseOrder(orderId, { reason: held, ...(note !== '' && { note }) });
};

/** One order after the other; one that cannot be released keeps no other from it. */
const releaseAll = async (asked: Asked): Promise<Outcome> => {
  const failed: { order: OrderSummary; problem: string }[] = [];
  for (const order of asked.orders)
    await releaseOne(order, asked).catch((error: unknown) => {
      failed.push({ order, problem: problemOf(error).detail ?? problemOf(error).title });
    });
  return { released: asked.orders.length - failed.length, failed };
};

export const useReleaseMany = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: releaseAll,
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  });
};
