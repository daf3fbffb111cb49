import { type Schemas, type operations, told } from '@tributary/client';
import { api } from './api.ts';

/** How many orders stand in a queue, to 99, and when the first of them was placed. */
export type QueueCount = Schemas['OrderQueueCount'];
export type Queue = QueueCount['queue'];
/** Release, hold or cancel, with the orders it is about. */
export type BulkCommand = operations['commandOrders']['requestBody']['content']['application/json'];
/** What became of it for one order. */
export type OrderResult = Schemas['OrderResult'];

export const countQueues = (signal: AbortSignal) => told(api.GET('/v1/queues', { signal }));

/** @param key the same for the same wish: sent again with it, it takes effect once */
export const commandOrders = (command: BulkCommand, key: string) =>
  told(api.POST('/v1/orders/bulk', { params: { header: { 'Idempotency-Key': key } }, body: command }));
