import { told } from '@tributary/client';
import type { Client } from '../api/client.ts';
import { Refused } from '../api/problem.ts';
import type { Fulfilment } from '../sample/work.ts';

const readersAtOnce = 8;

/** Where an order is served from, as decided by sourcing; nothing while the order is not there yet. */
export const fulfilmentsOf = async (client: Client, orderId: string): Promise<readonly Fulfilment[]> => {
  try {
    const { fulfilments } = await told(client.GET('/v1/orders/{orderId}', { params: { path: { orderId } } }));
    // What is of no stock of ours nobody works on here.
    return fulfilments.flatMap(({ location, ...one }) =>
      location === undefined ? [] : [{ ...one, location }],
    );
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 404) return [];
    throw error;
  }
};

/** The same for many orders, several at once. */
export const readFulfilments = async <O extends { readonly orderId: string }>(
  client: Client,
  orders: readonly O[],
): Promise<{ order: O; fulfilments: readonly Fulfilment[] }[]> => {
  const waiting = orders.entries();
  const found: { order: O; fulfilments: readonly Fulfilment[] }[] = [];
  const read = async () => {
    // All readers take from one iterator, so each order is read once.
    for (const [index, order] of waiting) {
      found[index] = { order, fulfilments: await fulfilmentsOf(client, order.orderId) };
    }
  };
  await Promise.all(Array.from({ length: readersAtOnce }, read));
  return found;
};

/** Fulfilment ids carry the attempt of the sourcing decision that made them: `S1-…` is of the first. */
const attemptOf = ({ fulfilmentId }: Fulfilment): number =>
  Number(/^[SP](\d+)-/.exec(fulfilmentId)?.[1] ?? 1);

/** What is first worked on, and what was sourced again since: the same whenever it is read. */
export const byAttempt = (fulfilments: readonly Fulfilment[]) => {
  const first = Math.min(...fulfilments.map(attemptOf));
  return {
    first: fulfilments.filter((one) => attemptOf(one) === first),
    again: fulfilments.filter((one) => attemptOf(one) > first),
  };
};
