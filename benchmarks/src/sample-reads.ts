import { requestOf } from './connection.ts';
import { adminKey } from './processes.ts';
import { chance, orderIdOf, sampleOrder } from './sample-orders.ts';

/** A list that people ask for: a channel's orders that are done, newest first, 25 at a time. */
export interface ListAsked {
  readonly channel: string;
  readonly status: string;
  /** UTC ISO 8601, 30–50 days ago. */
  readonly from: string;
}

/** Ids of orders that are there, drawn as the log was, in an order that repeats. */
export const ordersAsked = (orders: number): (() => string) => {
  const placed = chance(3);
  const ids = Array.from({ length: orders }, (_, number) => orderIdOf(sampleOrder(number, placed)));
  const draw = chance(13);
  return () => ids[draw(ids.length)]!;
};

/** Lists in an order that repeats. */
export const listsAsked = (): (() => ListAsked) => {
  const draw = chance(5);
  const channels = ['web', 'app', 'marketplace-eu'];
  return () => {
    const from = new Date(Date.now() - (30 + draw(20)) * 86_400_000).toISOString();
    return { channel: channels[draw(channels.length)]!, status: 'fulfilled', from };
  };
};

export const orderPath = (orderId: string): string => `/orders/${orderId}`;

export const listPath = ({ channel, status, from }: ListAsked): string =>
  `/orders?channel=${channel}&status=${status}&from=${from}`;

export const get = (path: string): Buffer => requestOf({ method: 'GET', path, key: adminKey });
