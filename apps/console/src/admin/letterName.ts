import type { InboxMessage } from '../api/inbox.ts';
import { wordsOfMessage } from '../orders/status.ts';
import { t } from '../words/words.ts';

/** What a message is about, in words. */
export const letterName = ({ type }: InboxMessage): string =>
  type === undefined ? t('Unknown message') : wordsOfMessage(type);
