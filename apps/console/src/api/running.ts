import { type Schemas, told } from '@tributary/client';
import { api } from './api.ts';

/** Orders placed in one minute, by channel. A channel that is absent had none. */
export type MinuteOfOrders = Schemas['OrdersInMinute'];
/** How far one consumer group has read; `lag` counts the events it has not applied yet. */
export type Consumer = Schemas['ConsumerGroup'];

export const readOrdersPerMinute = (minutes: number, signal: AbortSignal) =>
  told(api.GET('/v1/overview/orders-per-minute', { params: { query: { minutes } }, signal }));

export const readConsumers = (signal: AbortSignal) => told(api.GET('/v1/consumers', { signal }));
