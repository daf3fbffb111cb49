import { request } from './request.ts';

/** Orders placed in one minute, by channel. A channel that is absent had none. */
export interface MinuteOfOrders {
  readonly minute: string;
  readonly channels: Readonly<Record<string, number>>;
}

/** How far one consumer group has read; `lag` counts the events it has not applied yet. */
export interface Consumer {
  readonly group: string;
  readonly lag: number;
  readonly position: number | string;
  readonly parked: number;
  readonly following: boolean;
}

export const readOrdersPerMinute = (minutes: number, signal: AbortSignal) =>
  request<{ minutes: readonly MinuteOfOrders[] }>('/v1/overview/orders-per-minute', {
    query: { minutes },
    signal,
  });

export const readConsumers = (signal: AbortSignal) =>
  request<{ items: readonly Consumer[] }>('/v1/consumers', { signal });
