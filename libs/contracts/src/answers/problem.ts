import { z } from 'zod';
import { Fault } from '../facts/gateway.ts';
import type { Answer } from './parts.ts';

/** What went wrong: an RFC 9457 problem document. It may hold more, as its `code` needs. */
export const ProblemDocument = z.looseObject({
  type: z.string().describe('`urn:tributary:problem:<code>`.'),
  title: z.string().describe('What the status means.'),
  status: z.int().describe('The HTTP status.'),
  code: z.string().describe('What went wrong, for programs: it stays what it is.'),
  detail: z.string().describe('What went wrong and what to do about it, in words for people.'),
  retryable: z.boolean().describe('Whether the same request may succeed later.'),
  errors: z.array(Fault).optional().describe('What is wrong with the request, place by place.'),
  requestId: z
    .string()
    .optional()
    .describe('The name its request goes by in our logs, as in `x-request-id`.'),
});
export type ProblemDocument = Answer<typeof ProblemDocument>;
