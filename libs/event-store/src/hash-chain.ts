import { hash } from 'node:crypto';

/** The fields of an event that its hash covers, as stored. Position is left out: it changes when a log is moved to another store. */
export interface HashedEvent {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly recorded: string;
  /** JSON text. */
  readonly data: string;
  /** JSON text. */
  readonly metadata: string;
}

/**
 * SHA-256 over the previous event's hash and everything this event says, base64url. No part can
 * hold a line feed (JSON escapes it, names exclude it), so the parts cannot be shifted into each other.
 */
export const chainHash = (previous: string, event: HashedEvent): string =>
  hash(
    'sha256',
    `${previous}\n${event.stream}\n${event.version}\n${event.id}\n${event.type}\n${event.time}\n${event.recorded}\n${event.data}\n${event.metadata}`,
    'base64url',
  );
