import type { Fault } from './facts/gateway.ts';

interface Issue {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly message: string;
  readonly keys?: readonly string[];
}

const mostFaults = 50;

/** A JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What zod found, each with a JSON pointer (RFC 6901) to its place; an unexpected field is named at its own. */
export const faultsOf = (issues: readonly Issue[], prefix = ''): Fault[] =>
  issues
    .flatMap(({ code, keys, path = [], message }) =>
      code === 'unrecognized_keys'
        ? (keys ?? []).map((key) => ({
            path: [...path, key],
            message: 'This field is not known here: check its spelling, or leave it out.',
          }))
        : [{ path, message }],
    )
    .slice(0, mostFaults)
    .map(({ path, message }) => ({ pointer: prefix + pointerOf(path), message }));
