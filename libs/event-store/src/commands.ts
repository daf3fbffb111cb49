import { v7 as uuid } from 'uuid';
import type { Cause } from './aggregates.ts';

/**
 * The cause that a person's or a program's command is, taken now.
 * @param source the service that takes it, `tributary/<service>`
 * @param actor who gave it
 */
export const commandedBy = (source: string, actor: string): Cause => {
  const id = uuid();
  const now = new Date().toISOString();
  return {
    id,
    recordedTime: now,
    time: now,
    metadata: { source, causationId: id, correlationId: id, actor },
  };
};
