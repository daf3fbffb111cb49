import { hash } from 'node:crypto';

const uuidFrom = (head: string, digest: string): string => {
  const hex = head + digest.slice(head.length, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The id of an inbound message: `(source, id)` names it once, so a repeat has the same id (UUIDv8, RFC 9562). */
export const inboundEventId = (source: string, id: string): string =>
  uuidFrom('', hash('sha256', `${source}\n${id}`, 'hex'));

/**
 * The id of what a cause led to: handling the cause again gives the same id, which the store
 * records once. The cause's recorded time leads, so that ids ascend and index pages stay warm.
 * @param recordedTime UTC ISO 8601 of the cause
 * @param scope who decided, so that two services' answers to one cause differ
 */
export const consequenceId = (causeId: string, recordedTime: string, scope: string, index: number): string =>
  uuidFrom(
    Date.parse(recordedTime).toString(16).padStart(12, '0'),
    hash('sha256', `${causeId}\n${scope}\n${index}`, 'hex'),
  );
