import { inboundEventId } from '@tributary/event-store';
import { Problem } from '@tributary/http';
import { z } from 'zod';
import { unknownTypesIn } from '../../domain/feed/wanted.ts';

/** A type of event, or how some begin. */
export const TypePattern = z
  .string()
  .max(128)
  .regex(/^[a-z][a-z0-9.-]*\*?$/, 'A type, or how some begin with * at the end: tributary.order.*');

/** @throws Problem 400 `unknown-type`: no event would ever be told */
export const assertKnownTypes = (types: readonly string[] | undefined): void => {
  const unknown = unknownTypesIn(types);
  if (unknown.length > 0)
    throw new Problem(
      400,
      'unknown-type',
      `No event has the type ${unknown.join(', ')}: /asyncapi.json lists them all.`,
    );
};

/** An event by its id here, or by the one that its sender gave it. */
export const EventId = z.string().min(1).max(256);
export const EventQuery = z.strictObject({
  source: z
    .string()
    .max(512)
    .optional()
    .describe('The system that sent it, where the id is the one that this system gave it.'),
});

/** The id here of the event that is asked for. */
export const eventIdHere = (eventId: string, { source }: z.infer<typeof EventQuery>): string =>
  source === undefined ? eventId.toLowerCase() : inboundEventId(source, eventId);
