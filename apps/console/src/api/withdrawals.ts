import { useQuery } from '@tanstack/react-query';
import { type Schemas, type operations, told } from '@tributary/client';
import { api } from './api.ts';

/** A withdrawal, as the page of its order lists it. */
export type OrderWithdrawal = Schemas['OrderWithdrawal'];
export type AskedToWithdraw = operations['withdrawFromOrder']['requestBody']['content']['application/json'];

/** The consumer withdraws from an order, or a part of it; the answer is the receipt. @throws ApiProblem with why not */
export const withdrawFromOrder = (orderId: string, body: AskedToWithdraw, key: string) =>
  told(
    api.POST('/v1/orders/{orderId}/withdrawals', {
      params: { path: { orderId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

/** The receipt of a withdrawal; it never changes. */
export const useReceipt = (orderId: string, withdrawalId: string) =>
  useQuery({
    queryKey: ['receipt', orderId, withdrawalId],
    queryFn: ({ signal }) =>
      told(
        api.GET('/v1/orders/{orderId}/withdrawals/{withdrawalId}', {
          params: { path: { orderId, withdrawalId } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });
