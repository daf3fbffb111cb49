import type { Submitter } from '@tributary/contracts';
import { v7 as uuid } from 'uuid';
import type { Cause } from './aggregates.ts';
import type { EventMetadata } from './port.ts';

/** What an event says of who handed in what it is recorded for. */
export const submission = ({
  actor,
  traceparent,
}: Submitter): Pick<EventMetadata, 'actor' | 'traceparent'> => ({
  actor,
  ...(traceparent && { traceparent }),
});

/**
 * The cause that a person's or a program's command is, taken now.
 * @param source the service that takes it, `tributary/<service>`
 * @param by who gave it, and in which trace
 */
export const commandedBy = (source: string, by: Submitter): Cause => {
  const id = uuid();
  const now = new Date().toISOString();
  return {
    id,
    recordedTime: now,
    time: now,
    metadata: { source, causationId: id, correlationId: id, ...submission(by) },
  };
};
