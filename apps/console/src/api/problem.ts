import { t } from '../words/words.ts';
/** One field that was wrong; `pointer` is a JSON pointer into what was sent. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
  /** What may stand there, where that is one of a few texts. */
  readonly allowed?: readonly string[];
  /** The kind of JSON value that stands there, where it is one of these. */
  readonly expected?: 'string' | 'number' | 'boolean';
}

/** RFC 9457 problem document with the platform's extensions. */
export interface Problem {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly retryable: boolean;
  readonly errors?: readonly Fault[];
}

/** A refusal of the API, or a failure to reach it (`status` 0, code `unreachable`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export const isUnauthorised = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.status === 401;

const unreachable: Problem = {
  title: t('The platform did not answer'),
  detail: t('Check the connection. Nothing was lost; try again in a moment.'),
  status: 0,
  code: 'unreachable',
  retryable: true,
};

/** Whatever went wrong, in the one shape that screens know how to show. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ApiProblem
    ? error.problem
    : {
        ...unreachable,
        title: t('Something went wrong here'),
        detail: String(error),
        code: 'console-fault',
        retryable: false,
      };

export const unreachableProblem = (): ApiProblem => new ApiProblem(unreachable);

/** The problem in a refused response; proxies answer without a document, so one is made from the status. */
export const problemFrom = async (response: Response): Promise<ApiProblem> => {
  const made: Problem = {
    title: response.statusText || t('Refused with status {status}', { status: response.status }),
    status: response.status,
    code: `http-${response.status}`,
    retryable: response.status >= 500 || response.status === 429,
  };
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson ? await response.json().catch(() => undefined) : undefined;
  return new ApiProblem(typeof body === 'object' && body !== null ? { ...made, ...body } : made);
};
