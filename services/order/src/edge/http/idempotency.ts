import { hash } from 'node:crypto';
import { type Cause, inboundEventId, submission } from '@tributary/event-store';
import { type KeySubmitter, mustBeIdempotencyKey } from '@tributary/http';
import { v7 as uuid } from 'uuid';

export { idempotencyHeader, keyReused } from '@tributary/http';

/**
 * A command's cause: with an Idempotency-Key its repeat is the same cause, so it takes effect once. What
 * was asked is recorded with it as a digest, so that a repeat is told from another command under its key.
 * @param command what is asked: its name, what it is about, and its validated body
 * @param part of several that one key is for, the one that this is the command of
 * @throws Problem 400
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ section 2.4, the fingerprint
 */
export const commandCause = (
  by: KeySubmitter,
  key: string | undefined,
  command: readonly unknown[],
  part?: string,
): Cause => {
  mustBeIdempotencyKey(key);
  const id = key === undefined ? uuid() : inboundEventId(`key:${by.keyId}`, nameOf(key, part));
  const now = new Date().toISOString();
  return {
    id,
    // The ids of consequences must not depend on when a repeat comes.
    recordedTime: key === undefined ? now : new Date(0).toISOString(),
    time: now,
    once: true,
    metadata: {
      source: 'tributary/order',
      causationId: id,
      correlationId: id,
      ...submission(by),
      ...(key !== undefined && { commandDigest: digestOf(command) }),
    },
  };
};

/** A header has no line break: no key is the name of another's part. */
const nameOf = (key: string, part: string | undefined): string =>
  part === undefined ? key : `${key}\n${part}`;

/** The same for the same command, in whatever order its members stand. */
const digestOf = (command: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(command, inOrderOfName), 'base64url');

const inOrderOfName = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
