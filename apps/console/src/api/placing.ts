import { type operations, told } from '@tributary/client';
import { api } from './api.ts';
import type { OrderChange } from './change.ts';

/** An order as it is sent to be placed. */
export type AskedOrder = operations['placeOrder']['requestBody']['content']['application/json'];

/** @throws ApiProblem `already-captured` or `idempotency-key-reused` where the order is there, placed otherwise */
export const placeOrder = (order: AskedOrder, key: string) =>
  told(api.POST('/v1/orders', { params: { header: { 'Idempotency-Key': key } }, body: order }));

/**
 * Changes an order that was just placed, whatever happened to it meanwhile.
 * @returns with `proposals` where the change is above what the person may do alone, and waits
 */
export const agreeOn = (orderId: string, changes: OrderChange[], key: string) =>
  told(
    api.POST('/v1/orders/{orderId}/change', {
      params: { path: { orderId }, header: { 'Idempotency-Key': key } },
      body: { changes },
    }),
  );

/** Answers once the order can be looked at, or after five seconds. */
export const orderIsShown = (orderId: string) =>
  told(
    api.GET('/v1/orders/{orderId}', {
      params: { path: { orderId }, header: { prefer: 'wait=5' } },
    }),
  );
