import { useQuery } from '@tanstack/react-query';
import { type Schemas, type operations, told } from '@tributary/client';
import { api } from './api.ts';

type Body<Operation extends 'authoriseReturn' | 'receiveReturn' | 'receiveBlindReturn' | 'exchangeReturn'> =
  operations[Operation]['requestBody']['content']['application/json'];

/** Goods that may come back, for what and until when. */
export type ExpectedReturn = Schemas['ExpectedReturn'];
/** A return as a command about it left it; `worth` in minor units. */
export type ReturnAnswer = Schemas['ReturnAnswer'];
export type ReturnReason = Schemas['ReturnPolicyAnswer']['reasons'][number];
export type AskedToAuthorise = Body<'authoriseReturn'>;
/** A return that belongs to no order. */
export type UnmatchedReturn = Schemas['UnmatchedReturn'];
/** Other goods that went out for goods that came back; amounts in minor units. */
export type ExchangeAnswer = Schemas['ExchangeAnswer'];
export type AskedToExchange = Body<'exchangeReturn'>;
export type AskedToReceiveBlind = Body<'receiveBlindReturn'>;
export type AskedToReceive = Body<'receiveReturn'>;
export type Disposition = NonNullable<NonNullable<AskedToReceive['lines']>[number]['disposition']>;

const named = (key: string) => ({ 'Idempotency-Key': key });

const noReasons: readonly ReturnReason[] = [];

/** What goods may come back for, by the return policy; nothing until it is known. */
export const useReturnReasons = (): readonly ReturnReason[] =>
  useQuery({
    queryKey: ['return-policy'],
    queryFn: ({ signal }) => told(api.GET('/v1/return-policy', { signal })),
    staleTime: 60_000,
  }).data?.reasons ?? noReasons;

/** @throws ApiProblem `time-over` where it may come back only despite that */
export const authoriseReturn = (orderId: string, body: AskedToAuthorise, key: string) =>
  told(api.POST('/v1/orders/{orderId}/returns', { params: { path: { orderId }, header: named(key) }, body }));

/** Takes goods back over a counter. @throws ApiProblem `already-returned` where that return was taken back before */
export const receiveReturn = (orderId: string, returnId: string, body: AskedToReceive, key: string) =>
  told(
    api.POST('/v1/orders/{orderId}/returns/{returnId}/receive', {
      params: { path: { orderId, returnId }, header: named(key) },
      body,
    }),
  );

/** Takes goods back over a counter without their order. @throws ApiProblem `already-returned` as above */
export const receiveBlindReturn = (body: AskedToReceiveBlind, key: string) =>
  told(api.POST('/v1/returns', { params: { header: named(key) }, body }));

/** Other goods go out for what was taken back. @throws ApiProblem `nothing-to-exchange` where nothing is owed for it any more */
export const exchangeReturn = (orderId: string, returnId: string, body: AskedToExchange, key: string) =>
  told(
    api.POST('/v1/orders/{orderId}/returns/{returnId}/exchange', {
      params: { path: { orderId, returnId }, header: named(key) },
      body,
    }),
  );

/** Goods are not expected back any more. */
export const callOffReturn = (orderId: string, returnId: string, key: string) =>
  told(
    api.POST('/v1/orders/{orderId}/returns/{returnId}/call-off', {
      params: { path: { orderId, returnId }, header: named(key) },
      body: {},
    }),
  );
