import type { Fault } from './facts/gateway.ts';

interface Issue {
  /** Of a value of another kind. */
  readonly expected?: string;
  /** Of a value that is too small or too big, its kind. */
  readonly origin?: string;
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly message: string;
  readonly keys?: readonly string[];
  /** Of a value that is none of these. */
  readonly values?: readonly unknown[];
  /** Of a form that is none of these. */
  readonly options?: readonly unknown[];
}

const mostFaults = 50;
/** Allowed values that are listed of one fault. */
const mostAllowed = 200;

/** What stands for a choice between texts; a person picks none of numbers or of what has no text. */
const allowedBy = ({ values, options }: Issue): Pick<Fault, 'allowed'> => {
  const choice = values ?? options ?? [];
  const isChoice = choice.length > 0 && choice.every((one) => typeof one === 'string');
  return isChoice ? { allowed: choice.slice(0, mostAllowed) as string[] } : {};
};

const kinds: Readonly<Record<string, Fault['expected']>> = {
  string: 'string',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
};

/** What a person has to write there: `2` is a text or a number. */
const kindBy = ({ code, expected, origin }: Issue): Pick<Fault, 'expected'> => {
  const kind = code === 'invalid_format' ? 'string' : kinds[expected ?? origin ?? ''];
  return kind ? { expected: kind } : {};
};

/** A JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What zod found, each with a JSON pointer (RFC 6901) to its place; an unexpected field is named at its own. */
export const faultsOf = (issues: readonly Issue[], prefix = ''): Fault[] =>
  issues
    .flatMap((issue) => [...placesOf(issue)])
    .slice(0, mostFaults)
    .map(({ path, ...fault }) => ({ pointer: prefix + pointerOf(path), ...fault }));

type Place = Omit<Fault, 'pointer'> & { readonly path: readonly PropertyKey[] };

const placesOf = (issue: Issue): readonly Place[] => {
  const { code, keys = [], path = [], message } = issue;
  return code === 'unrecognized_keys'
    ? keys.map((key) => ({
        path: [...path, key],
        message: 'This field is not known here: check its spelling, or leave it out.',
      }))
    : [{ path, message, ...allowedBy(issue), ...kindBy(issue) }];
};
