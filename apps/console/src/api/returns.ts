import { type Schemas, told } from '@tributary/client';
import { api, from } from './api.ts';

/** Goods that came back without a known order; amounts in minor units of `currency`. */
export type UnmatchedReturn = Schemas['UnmatchedReturn'];

export const listUnmatchedReturns = (cursor: string | undefined, signal: AbortSignal) =>
  told(api.GET('/v1/returns', { params: { query: { limit: 50, ...from(cursor) } }, signal }));
