import { hash } from 'node:crypto';
import type { Submitter, WholeMessage } from '@tributary/contracts';
import { type NewEvent, type StreamAppend, inboundEventId, submission } from '@tributary/event-store';
import { type Unacceptable, keptOfTooLarge } from '../domain/message/examine.ts';

/** Everything about a message that could not be taken in. */
export const quarantineStreamOf = (messageId: string): string => `quarantine-${messageId}`;

/**
 * What is recorded of a message that could not be taken in, once for each text.
 * @param raw the message, whole
 * @param receivedAt UTC ISO 8601
 */
export const quarantineAppend = (
  raw: string,
  { code, reason, faults, source, type }: Unacceptable,
  receivedAt: string,
  by: Submitter,
): StreamAppend => {
  const sha256 = hash('sha256', raw, 'hex');
  const messageId = inboundEventId('tributary/quarantined', sha256);
  const event: NewEvent = {
    id: messageId,
    type: 'tributary.message.quarantined.v1',
    time: receivedAt,
    data: {
      messageId,
      code,
      reason,
      faults,
      ...(code === 'too-large' ? beginningOf(raw, sha256) : { raw }),
      ...(source && { source }),
      ...(type && { type }),
      receivedAt,
    },
    metadata: { source: 'tributary/gateway', ...submission(by) },
  };
  return { stream: quarantineStreamOf(messageId), expectedVersion: 'any', events: [event] };
};

const beginningOf = (raw: string, sha256: string): { raw: string; whole: WholeMessage } => {
  const bytes = Buffer.from(raw);
  const kept = bytes.subarray(0, keptOfTooLarge);
  // The cut may go through a character: the streaming decoder passes over an unfinished one.
  return {
    raw: new TextDecoder().decode(kept, { stream: true }),
    whole: { bytes: bytes.length, sha256 },
  };
};
