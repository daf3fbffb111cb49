import type { Page } from './orders.ts';
import type { Fault } from './problem.ts';
import { request } from './request.ts';

/** A message that was taken in but not applied, with the reason. `raw` is what was sent. */
export interface InboxMessage {
  readonly messageId: string;
  readonly state: 'quarantined' | 'parked' | 'dismissed' | 'released';
  readonly code: string;
  readonly reason: string;
  readonly faults?: readonly Fault[];
  readonly source?: string;
  readonly type?: string;
  readonly receivedAt: string;
  /** Who put it aside, when and why. */
  readonly dismissed?: { readonly by: string; readonly at: string; readonly reason: string };
  readonly raw: unknown;
  /** Set where `raw` is only the beginning of a long message. */
  readonly rawLength?: number;
}

export interface InboxPage extends Page<InboxMessage> {
  /** How many messages still wait for a person. */
  readonly open: number;
}

export const listInbox = (cursor: string | undefined, signal: AbortSignal) =>
  request<InboxPage>('/v1/inbox', { query: { limit: 50, cursor }, signal });

/** One message whole. */
export const readInboxMessage = (messageId: string, signal: AbortSignal) =>
  request<InboxMessage>(`/v1/inbox/${encodeURIComponent(messageId)}`, { signal });

/** Sends a message on, as it came or corrected. @throws ApiProblem naming what is still wrong */
export const releaseMessage = (messageId: string, corrected?: unknown) =>
  request<unknown>(`/v1/inbox/${encodeURIComponent(messageId)}/release`, {
    method: 'POST',
    ...(corrected === undefined ? {} : { body: corrected }),
  });

/** Puts a message aside that nobody will release. @throws ApiProblem when it was released or dismissed before */
export const dismissMessage = (messageId: string, reason: string) =>
  request<unknown>(`/v1/inbox/${encodeURIComponent(messageId)}/dismiss`, {
    method: 'POST',
    body: { reason },
  });

export interface DismissedMany {
  readonly dismissed: number;
  /** Whether there are more than were dismissed at once. */
  readonly more: boolean;
}

/** Puts aside all that wait and have this code, source and type. */
export const dismissKind = (
  kind: { code: string; source: string | undefined; type: string | undefined },
  reason: string,
) => request<DismissedMany>('/v1/inbox/dismiss', { method: 'POST', body: { ...kind, reason } });
