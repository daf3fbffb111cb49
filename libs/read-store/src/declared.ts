import { digest } from './digest.ts';
import type { Collection } from './port.ts';
import { WORDS_VERSION } from './words.ts';

const IDENTIFIER = /^[a-zA-Z][a-zA-Z0-9_]*$/;

const checkIdentifier = (name: string, what: string): void => {
  if (!IDENTIFIER.test(name)) throw new Error(`${what} ${JSON.stringify(name)} is not letters, digits and _`);
};

/** Without case: SQLite compares names so, and what works on one engine works on the others. */
const checkDistinct = (names: readonly string[], what: string): void => {
  const repeated = names.find((name, at) =>
    names.slice(0, at).some((other) => other.toLowerCase() === name.toLowerCase()),
  );
  if (repeated !== undefined) throw new Error(`${what} ${repeated} is declared twice`);
};

/** @throws Error when the declaration cannot become tables or indexes, on any engine */
export const checkDeclaration = ({ name, fields, many = {}, indexes }: Collection): void => {
  for (const part of name.split('.')) checkIdentifier(part, 'Collection');
  const names = [...Object.keys(fields), ...Object.keys(many)];
  for (const field of names) checkIdentifier(field, `${name}: field`);
  checkDistinct(names, `${name}: field`);
  const sorts = Object.values(many).map(({ sortedBy }) => sortedBy);
  for (const field of [...indexes.flat(), ...sorts]) {
    if (!Object.hasOwn(fields, field))
      throw new Error(`${name}: an index names the undeclared field ${field}`);
  }
  if (indexes.some((index) => index.length === 0)) throw new Error(`${name}: an index names no field`);
};

/** What must be equal for stored documents to be kept when the collection is declared again. */
export const shapeOf = ({ version, fields, many = {}, text, packed }: Collection): string =>
  JSON.stringify([
    version,
    Object.entries(fields).map(([field, { type }]) => [field, type]),
    Object.entries(many).map(([field, { sortedBy }]) => [field, sortedBy]),
    text !== undefined && WORDS_VERSION,
    ...(packed ? [digest(packed.typical)] : []),
  ]);
