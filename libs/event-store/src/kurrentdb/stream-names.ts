import { hash } from 'node:crypto';

/**
 * Within one transaction the server takes a name for another that differs from it in the case of letters alone.
 * So whatever has such letters carries a digest of itself, and no two names of ours are alike to the server.
 */
export const storedName = (name: string): string => (hasCase(name) ? name + digestOf(name) : name);

/** The name that was stored so. */
export const nameOf = (stored: string): string => {
  const name = stored.slice(0, -digestLength);
  // Most have no digest: a look at one character tells.
  return stored.at(-digestLength) === '~' && hasCase(name) && stored === name + digestOf(name)
    ? name
    : stored;
};

const digestLength = '~01234567'.length;

const digestOf = (name: string): string => `~${hash('sha256', name, 'hex').slice(0, digestLength - 1)}`;

/** Also letters that only differ once they are large: the long s is an S then. */
const hasCase = (name: string): boolean => {
  const small = name.toLowerCase();
  return small !== name || small.toUpperCase().toLowerCase() !== small;
};
