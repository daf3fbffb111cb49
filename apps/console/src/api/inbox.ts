import { type Schemas, type operations, told } from '@tributary/client';
import { api, from } from './api.ts';

/** A message that was taken in but not applied, with the reason. `raw` is what was sent. */
export type InboxMessage = Schemas['InboxMessage'];
/** Which messages are listed: of a state, with a fault, of a system. */
export type InboxFilter = Pick<
  NonNullable<operations['listInbox']['parameters']['query']>,
  'state' | 'code' | 'source'
>;
type Corrected = NonNullable<operations['releaseMessage']['requestBody']>['content']['application/json'];
export type DismissedMany = Schemas['DismissedMessages'];
/** Release or dismiss, with the messages it is about. */
export type MessagesCommand = operations['commandMessages']['requestBody']['content']['application/json'];
/** What became of it for one message. */
export type MessageResult = Schemas['MessageResult'];

export const listInbox = (filter: InboxFilter, cursor: string | undefined, signal: AbortSignal) =>
  told(api.GET('/v1/inbox', { params: { query: { limit: 50, ...filter, ...from(cursor) } }, signal }));

/** One message whole. */
export const readInboxMessage = (messageId: string, signal: AbortSignal) =>
  told(api.GET('/v1/inbox/{messageId}', { params: { path: { messageId } }, signal }));

/** Sends a message on, as it came or corrected. @throws ApiProblem naming what is still wrong */
export const releaseMessage = (messageId: string, corrected?: unknown) =>
  told(
    api.POST('/v1/inbox/{messageId}/release', {
      params: { path: { messageId } },
      ...(corrected !== undefined && { body: corrected as Corrected }),
    }),
  );

/** Looks at a corrected message without sending it on. @throws ApiProblem naming what is still wrong */
export const checkMessage = (messageId: string, corrected: unknown) =>
  told(
    api.POST('/v1/inbox/{messageId}/release', {
      params: { path: { messageId }, query: { dryRun: 'true' } },
      body: corrected as Corrected,
    }),
  );

/** Releases several as they came, or dismisses them, each by itself. */
export const commandMessages = (command: MessagesCommand) =>
  told(api.POST('/v1/inbox/bulk', { body: command }));

/** Puts a message aside that nobody will release. @throws ApiProblem when it was released or dismissed before */
export const dismissMessage = (messageId: string, reason: string) =>
  told(api.POST('/v1/inbox/{messageId}/dismiss', { params: { path: { messageId } }, body: { reason } }));

/** Puts aside all that wait and have this code, source and type. */
export const dismissKind = (
  { code, source, type }: { code: string; source: string | undefined; type: string | undefined },
  reason: string,
) =>
  told(
    api.POST('/v1/inbox/dismiss', {
      body: { code, reason, ...(source !== undefined && { source }), ...(type !== undefined && { type }) },
    }),
  );
