import { hash } from 'node:crypto';
import type { Correction, Submitter, WholeMessage } from '@tributary/contracts';
import {
  type EventMetadata,
  type NewEvent,
  type RecordedEvent,
  type StreamAppend,
  causedBy,
  submission,
} from '@tributary/event-store';
import { type Unacceptable, keptOfTooLarge } from '../domain/message/examine.ts';
import { ownFactId } from './own-facts.ts';

/** Everything about a message that could not be taken in. */
export const quarantineStreamOf = (messageId: string): string => `quarantine-${messageId}`;

/**
 * What is recorded of a message that could not be taken in, once for each text.
 * @param raw the message, whole
 * @param receivedAt UTC ISO 8601
 * @param attempt for the id it is recorded under, as in `OwnFact`
 */
export const quarantineAppend = (
  raw: string,
  fault: Unacceptable,
  receivedAt: string,
  by: Submitter,
  attempt: number,
): StreamAppend => {
  const sha256 = hash('sha256', raw, 'hex');
  return appendOf(ownFactId('quarantined', sha256, attempt), {
    kept: fault.code === 'too-large' ? beginningOf(raw, sha256) : { raw },
    fault,
    receivedAt,
    metadata: { source: 'tributary/gateway', ...submission(by) },
  });
};

/**
 * What is recorded of a message that was taken in and that its service found to be without effect, once for
 * each message, however its text is put together.
 * @param takenInAs its id in the log
 * @param raw as it is to be corrected and released
 * @param fact that tells it; when it was recorded is when the message came to quarantine
 * @param attempt for the id it is recorded under, as in `OwnFact`
 */
export const setAsideAppend = (
  takenInAs: string,
  raw: string,
  fault: Unacceptable,
  fact: RecordedEvent,
  attempt: number,
): StreamAppend =>
  appendOf(ownFactId('set-aside', takenInAs, attempt), {
    kept: { raw },
    fault,
    receivedAt: fact.recordedTime,
    metadata: causedBy(fact, 'tributary/gateway').metadata,
  });

interface Kept {
  readonly kept: { readonly raw: string; readonly whole?: WholeMessage };
  readonly fault: Unacceptable;
  readonly receivedAt: string;
  readonly metadata: EventMetadata;
}

const appendOf = (messageId: string, { kept, fault, receivedAt, metadata }: Kept): StreamAppend => {
  const { code, reason, faults, source, type } = fault;
  const event: NewEvent = {
    id: messageId,
    type: 'tributary.message.quarantined.v1',
    time: receivedAt,
    data: {
      messageId,
      code,
      reason,
      faults,
      ...kept,
      ...(source && { source }),
      ...(type && { type }),
      receivedAt,
    },
    metadata,
  };
  return { stream: quarantineStreamOf(messageId), expectedVersion: 'any', events: [event] };
};

/** How a message is taken in after all. */
export interface Release {
  readonly messageId: string;
  /** Id of the event that it is taken in as. */
  readonly acceptedAs: string;
  /** UTC ISO 8601. */
  readonly releasedAt: string;
  /** Why, where that was said. */
  readonly reason: string | undefined;
  /** None where it is taken in as it came. */
  readonly corrections: readonly Correction[];
}

/**
 * What is recorded of a message in quarantine that is taken in after all, once.
 * @param attempt for the id it is recorded under, as in `OwnFact`
 */
export const releaseAppend = (
  { messageId, acceptedAs, releasedAt, reason, corrections }: Release,
  by: Submitter,
  attempt: number,
): StreamAppend => {
  const event: NewEvent = {
    id: ownFactId('released', messageId, attempt),
    type: 'tributary.message.released.v1',
    time: releasedAt,
    data: {
      messageId,
      by: by.actor,
      acceptedAs,
      ...(reason && { reason }),
      ...(corrections.length > 0 && { corrections }),
    },
    metadata: { source: 'tributary/gateway', causationId: messageId, ...submission(by) },
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
