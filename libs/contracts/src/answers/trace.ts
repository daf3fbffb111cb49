import { z } from 'zod';
import { services } from '../services.ts';
import { type Answer, actedBy, location, moment, orderId, sku } from './parts.ts';

/** Ids of what something is about, where it is about one alone. */
const about = z.object({
  orderId: orderId.optional(),
  returnId: z.string().optional().describe('Names the return.'),
  sku: sku.optional(),
  location: location.optional(),
});

const node = z.object({
  id: z.string().describe('Id of the event, for `GET /v1/events/{eventId}`; of a command, its own.'),
  kind: z
    .enum(['message', 'command', 'fact'])
    .describe(
      'What another system sent; what somebody asked for here, of which only what it led to is recorded; or what a service recorded.',
    ),
  type: z.string().optional().describe('Type of the event; left out of a command.'),
  summary: z.string().describe('What happened, in a few words.'),
  system: z
    .enum(['outside', 'people', ...services])
    .describe('Where it happened: in another system, by a command, or in the service that recorded it.'),
  source: z.string().describe('Who told it: the system that sent it, or a service of ours.'),
  ...actedBy,
  at: moment.describe('When it happened, UTC.'),
  recordedAt: moment.describe('When it was recorded, UTC; of a command, when the first that it led to was.'),
  about: about.describe('What it is about, where that is one thing.'),
});

const edge = z.object({
  from: z.string().describe('Id of the node that led to the other.'),
  to: z.string().describe('Id of the node that it led to; each is led to by one at most.'),
  how: z
    .enum(['caused', 'followed'])
    .describe(
      'Whether the cause was recorded with it, or it goes on with what both name, such as the pick of a fulfilment with the decision that made it.',
    ),
});

/** What led to what, over all systems, as nodes and edges without circles. */
export const Trace = z.object({
  eventId: z.string().optional().describe('The event that it was asked by.'),
  orderId: orderId.optional().describe('The order that it was asked by.'),
  nodes: z.array(node).describe('What happened, causes first; 500 at most.'),
  edges: z.array(edge).describe('What led to what.'),
  more: z.literal(true).optional().describe('Set where more belongs to it than is told here.'),
});
export type Trace = Answer<typeof Trace>;
