import { type Fault, type ProblemDocument, faultsOf } from '@tributary/contracts';
import type { z } from 'zod';

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Unavailable',
};

/** What went wrong, in words a person can act on; the door turns it into a problem document. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly more: { retryable?: boolean; errors?: readonly Fault[] } & Record<string, unknown> = {},
  ) {
    super(detail);
  }

  /** @param requestId the name of the request it answers */
  document(requestId?: string): ProblemDocument {
    const { retryable = this.status >= 500 || this.status === 429, ...more } = this.more;
    return {
      type: `urn:tributary:problem:${this.code}`,
      title: titles[this.status] ?? 'Problem',
      status: this.status,
      code: this.code,
      detail: this.message,
      retryable,
      ...more,
      ...(requestId !== undefined && { requestId }),
    };
  }
}

/** What becomes of a body whose sender went away: there is nobody to tell but whoever reads it. */
export const cutOff = (): Problem => new Problem(400, 'cut-off', 'The connection ended before the body did.');

/** What becomes of a request that comes too slowly; its connection ends with the answer. */
export const timedOut = (): Problem =>
  new Problem(408, 'timeout', 'The request did not arrive in time.', { retryable: true });

/** @throws Problem 400 `invalid`, with a pointer per bad field */
export const parseOrProblem = <S extends z.ZodType>(schema: S, value: unknown, prefix = ''): z.infer<S> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = faultsOf(parsed.error.issues, prefix);
  throw new Problem(
    400,
    'invalid',
    errors
      .map(({ pointer, message }) => `${pointer || 'body'}: ${message}`)
      .slice(0, 3)
      .join(' '),
    { errors },
  );
};
