import { type Schemas, told } from '@tributary/client';
import { api } from './api.ts';

/** Somebody who may be ringing: of the customer file, or known by an order alone. */
export type FoundCustomer = Schemas['FoundCustomer'];

export const searchCustomers = (q: string, signal: AbortSignal) =>
  told(api.GET('/v1/customers', { params: { query: { q, limit: 10 } }, signal }));
