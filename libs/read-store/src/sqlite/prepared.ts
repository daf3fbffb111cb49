import { type Derived, deriving } from '../derived.ts';
import { digest } from '../digest.ts';
import type { Collection, FieldValue } from '../port.ts';

/** A document ready to be written. */
export interface Prepared extends Derived {
  /** In the order of the table's compared columns: fields, then digests. */
  readonly compared: readonly FieldValue[];
}

/** @throws TypeError when the document cannot be serialised or a field's value is not of its type */
export const preparing = (collection: Collection): ((id: string, document: unknown) => Prepared) => {
  const derive = deriving(collection);
  const names = Object.keys(collection.fields);
  const sortAt = Object.values(collection.many ?? {}).map(({ sortedBy }) => names.indexOf(sortedBy));

  return (id, document) => {
    const derived = derive(id, document);
    const { fields, many, text } = derived;
    const compared = [...fields];
    if (many.length > 0) {
      // The sort values are kept beside the values, so they are part of what may change.
      compared.push(digest(JSON.stringify([many, sortAt.map((at) => fields[at])])));
    }
    if (collection.text !== undefined) compared.push(digest(text));
    return { ...derived, compared };
  };
};
