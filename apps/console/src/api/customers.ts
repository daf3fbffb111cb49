import { type Schemas, told } from '@tributary/client';
import { api } from './api.ts';
import type { AskedMoment } from './moment.ts';

/** Somebody who may be ringing: of the customer file, or known by an order alone. */
export type FoundCustomer = Schemas['FoundCustomer'];

export const searchCustomers = (q: string, signal: AbortSignal) =>
  told(api.GET('/v1/customers', { params: { query: { q, limit: 10 } }, signal }));

/** One customer over all channels and stores. */
export type CustomerOverview = Schemas['CustomerOverview'];

/**
 * @param idOrEmail the customer's id, or the e-mail of a guest
 * @param query as of which their orders are looked at
 */
export const readCustomer = (idOrEmail: string, query: AskedMoment, signal: AbortSignal) =>
  told(
    api.GET('/v1/customers/{customerId}/overview', {
      params: { path: { customerId: idOrEmail }, query },
      signal,
    }),
  );

/** What they may like, by what others order with what they order. @param idOrEmail as of `readCustomer` */
export const readMayLike = (idOrEmail: string, signal: AbortSignal) =>
  told(
    api.GET('/v1/customers/{customerId}/may-like', {
      params: { path: { customerId: idOrEmail }, query: { limit: 5 } },
      signal,
    }),
  );

/** In which segments a customer is, and why. */
export type CustomerSegments = Schemas['CustomerSegments'];
export type SegmentStanding = CustomerSegments['segments'][number];

/** @param idOrEmail as of `readCustomer` */
export const readCustomerSegments = (idOrEmail: string, signal: AbortSignal) =>
  told(
    api.GET('/v1/customers/{customerId}/segments', {
      params: { path: { customerId: idOrEmail } },
      signal,
    }),
  );
