import { type Schemas, told } from '@tributary/client';
import { api, from } from './api.ts';

/** A message that came before what it needs, and is applied as soon as that is there. */
export type WaitingMessage = Schemas['WaitingMessage'];

export const listWaiting = (cursor: string | undefined, signal: AbortSignal) =>
  told(api.GET('/v1/waiting', { params: { query: { limit: 50, ...from(cursor) } }, signal }));

export const listUnknownNames = (signal: AbortSignal) =>
  told(api.GET('/v1/unknown-names', { params: { query: { limit: 100 } }, signal }));
