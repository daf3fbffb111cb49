import { type Schemas, everyEntry, type operations, told } from '@tributary/client';
import { api, from } from './api.ts';

/** One order as it is now; every amount in minor units of `currency`. */
export type Order = Schemas['OrderPage'];
export type OrderLine = Schemas['OrderPageLine'];
export type LineQuantities = Schemas['OrderQuantities'];
export type LineQuantity = Schemas['LineQuantity'];
export type Fulfilment = Schemas['OrderFulfilment'];
export type OrderReturn = Schemas['OrderReturn'];
export type Address = NonNullable<Order['shipTo']>;
export type TimelineEntry = Schemas['TimelineEntry'];
export type Decision = Schemas['SourcingDecision'];
export type Candidate = Decision['candidates'][number];
export type PickupChoice = operations['decidePickup']['requestBody']['content']['application/json'];

export type MoneyStep = Schemas['MoneyStep'];
export type Refund = operations['refundOrder']['requestBody']['content']['application/json'];

const of = (orderId: string) => ({ path: { orderId } });

export type Hold = operations['holdOrder']['requestBody']['content']['application/json'];
export type Release = operations['releaseOrder']['requestBody']['content']['application/json'];

export const readOrder = (orderId: string, signal: AbortSignal) =>
  told(api.GET('/v1/orders/{orderId}', { params: of(orderId), signal }));

/** The order as it was: by what had happened at the moment, or by what was known then. */
export const readPastOrder = (
  orderId: string,
  by: 'happened' | 'recorded',
  moment: string,
  signal: AbortSignal,
) =>
  told(
    api.GET('/v1/orders/{orderId}', {
      params: { ...of(orderId), query: by === 'happened' ? { asOf: moment } : { knownAt: moment } },
      signal,
    }),
  );

export const readWholeTimeline = (orderId: string, signal: AbortSignal) =>
  everyEntry((cursor) =>
    told(
      api.GET('/v1/orders/{orderId}/timeline', {
        params: { ...of(orderId), query: { limit: 500, all: 'true', ...cursor } },
        signal,
      }),
    ),
  );

/** @param all also what the timeline policy leaves out */
export const readTimeline = (
  orderId: string,
  all: boolean,
  cursor: string | undefined,
  signal: AbortSignal,
) =>
  told(
    api.GET('/v1/orders/{orderId}/timeline', {
      params: {
        ...of(orderId),
        query: { limit: 100, ...(all && { all: 'true' as const }), ...from(cursor) },
      },
      signal,
    }),
  );

export const readDecisions = (orderId: string, signal: AbortSignal) =>
  everyEntry((cursor) =>
    told(api.GET('/v1/orders/{orderId}/decisions', { params: { ...of(orderId), query: cursor }, signal })),
  );

export const explainMoney = (orderId: string, cursor: string | undefined, signal: AbortSignal) =>
  told(
    api.GET('/v1/orders/{orderId}/money', {
      params: { ...of(orderId), query: { limit: 100, ...from(cursor) } },
      signal,
    }),
  );

/** @param key the same for the same wish: sent again with it, it is asked for once */
export const refundOrder = (orderId: string, refund: Refund, key: string) =>
  told(
    api.POST('/v1/orders/{orderId}/refund', {
      params: { ...of(orderId), header: { 'Idempotency-Key': key } },
      body: refund,
    }),
  );

export const decidePickup = (orderId: string, decision: PickupChoice) =>
  told(api.POST('/v1/orders/{orderId}/pickup-decision', { params: of(orderId), body: decision }));

export type Cancellation = operations['cancelOrder']['requestBody']['content']['application/json'];
export type PutBack = operations['answerPutBack']['requestBody']['content']['application/json'];

/** @param key the same for the same wish: sent again with it, it is done once */
export const cancelOrder = (orderId: string, cancellation: Cancellation, key: string) =>
  told(
    api.POST('/v1/orders/{orderId}/cancel', {
      params: { ...of(orderId), header: { 'Idempotency-Key': key } },
      body: cancellation,
    }),
  );

export const answerPutBack = (orderId: string, answer: PutBack) =>
  told(api.POST('/v1/orders/{orderId}/put-back', { params: of(orderId), body: answer }));

export const holdOrder = (orderId: string, hold: Hold) =>
  told(api.POST('/v1/orders/{orderId}/hold', { params: of(orderId), body: hold }));

export const releaseOrder = (orderId: string, release: Release) =>
  told(api.POST('/v1/orders/{orderId}/release', { params: of(orderId), body: release }));
