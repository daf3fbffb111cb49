import { z } from 'zod';
import { type Answer, units } from './parts.ts';

export const Alive = z.object({ status: z.literal('alive').describe('The process lives.') });

const behind = z.object({
  group: z.string().describe('The consumer group.'),
  lag: units.describe('Messages that it has not handled yet.'),
});
/** Whether requests should come to this process, and if not, why. */
export const Readiness = z.object({
  status: z
    .enum(['ready', 'catching-up', 'behind', 'away', 'stopping'])
    .describe(
      'Requests may come; what was there at the start is still being handled; too much is not handled yet; an engine is away; or it ends.',
    ),
  behind: z.array(behind).optional().describe('Consumer groups that are behind.'),
  away: z.array(z.string()).optional().describe('Engines that do not answer.'),
  waiting: z
    .array(z.string())
    .optional()
    .describe('Consumer groups that wait for a store, which may answer and yet take nothing: a full disk.'),
});
export type Readiness = Answer<typeof Readiness>;
