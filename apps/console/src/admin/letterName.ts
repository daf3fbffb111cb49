import type { InboxMessage } from '../api/inbox.ts';
import { wordsOfMessage } from '../orders/status.ts';

/** What a message is about, in words. */
export const letterName = ({ type }: InboxMessage): string =>
  type === undefined ? 'Unknown message' : wordsOfMessage(type);
