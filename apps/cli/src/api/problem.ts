/** An RFC 9457 problem document as the platform sends it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly retryable?: boolean;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

const mostErrors = 10;

/** A text in one line: what a server sent must not steer the terminal. */
// eslint-disable-next-line no-control-regex
export const plain = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

/** A problem in one line: what, which code, and each bad field that the detail does not name already. */
export const problemLine = ({ status, code, detail, errors = [] }: Problem): string => {
  const named = errors.filter(({ pointer }) => !detail.includes(`${pointer || 'body'}:`));
  const more = named.length > mostErrors ? [`and ${named.length - mostErrors} more`] : [];
  const places = [
    ...named.slice(0, mostErrors).map(({ pointer, message }) => `${pointer || '/'}: ${message}`),
    ...more,
  ];
  return plain(`${detail} (${code}, ${status})${places.length > 0 ? ` [${places.join('; ')}]` : ''}`);
};

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'detail' in value &&
  typeof value.detail === 'string';

/** The problem in an answer's body; one that is made from the status when something else than Tributary answered. */
export const problemIn = (status: number, body: string): Problem => {
  try {
    const parsed: unknown = JSON.parse(body);
    if (isProblem(parsed)) return { ...parsed, status };
  } catch {
    // Not JSON: not ours.
  }
  const start = body.trim().slice(0, 100);
  return {
    status,
    code: 'unexpected-answer',
    detail: `The server answered ${status}${start && `: ${start}`}`,
  };
};

/** The platform understood and said no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly problem: Problem) {
    super(problemLine(problem));
  }
}

/** Nobody answered, or the connection broke. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
