import { type Schemas, type operations, told } from '@tributary/client';
import { api } from './api.ts';

export type ChangePreview = Schemas['ChangePreview'];
type Asked = operations['changeOrder']['requestBody']['content']['application/json'];
/** One thing that is to be different about an order. */
export type OrderChange = Asked['changes'][number];

const of = (orderId: string) => ({ path: { orderId } });

/** What the changes would do, as the order is now. */
export const previewChange = (orderId: string, changes: OrderChange[], signal: AbortSignal) =>
  told(api.POST('/v1/orders/{orderId}/change/preview', { params: of(orderId), body: { changes }, signal }));

/** Changes as they were looked at, under a name by which the platform knows them when they are sent again. */
export interface Attempt {
  readonly asked: Asked;
  /** Version of the order that they were previewed with. */
  readonly rev: number;
  readonly key: string;
}

/** @throws ApiProblem `order-moved` where the order is not at that version any more */
export const changeOrder = (orderId: string, { asked, rev, key }: Attempt) =>
  told(
    api.POST('/v1/orders/{orderId}/change', {
      params: { ...of(orderId), header: { 'If-Match': `"${rev}"`, 'Idempotency-Key': key } },
      body: asked,
    }),
  );

/** Makes a change that waits for a supervisor, or refuses it. */
export const closeProposal = (
  orderId: string,
  proposalId: string,
  how: 'approve' | 'refuse',
  reason: string,
) =>
  told(
    api.POST(`/v1/orders/{orderId}/proposals/{proposalId}/${how}`, {
      params: { path: { orderId, proposalId } },
      body: reason === '' ? {} : { reason },
    }),
  );
