import { type Schemas, told } from '@tributary/client';
import { api } from './api.ts';

export type Trace = Schemas['Trace'];
export type TraceNode = Trace['nodes'][number];

/** What a trace is asked by. */
export type TracedBy = { readonly eventId: string } | { readonly orderId: string };

export const readTrace = (by: TracedBy, signal: AbortSignal): Promise<Trace> =>
  'eventId' in by
    ? told(api.GET('/v1/events/{eventId}/trace', { params: { path: by }, signal }))
    : told(api.GET('/v1/orders/{orderId}/trace', { params: { path: by }, signal }));
