import { type Schemas, type paths, told } from '@tributary/client';
import { api, from } from './api.ts';

/** A message that came before what it needs, and is applied as soon as that is there. */
export type WaitingMessage = Schemas['WaitingMessage'];

/** A kind of message, by its type. */
export type WaitingType = NonNullable<
  NonNullable<paths['/v1/waiting']['get']['parameters']['query']>['messageType']
>;

/** What tells that goods came back. */
export const returnReceived = 'tributary.return.received.v1' satisfies WaitingType;

/** @param messageType only those of this kind; all where left out */
export const listWaiting = (cursor: string | undefined, signal: AbortSignal, messageType?: WaitingType) => {
  const query = { limit: 50, ...from(cursor), ...(messageType && { messageType }) };
  return told(api.GET('/v1/waiting', { params: { query }, signal }));
};

export const listUnknownNames = (signal: AbortSignal) =>
  told(api.GET('/v1/unknown-names', { params: { query: { limit: 100 } }, signal }));
