import { digest } from '../digest.ts';
import type { Collection, FieldValue } from '../port.ts';

/** A document ready to be written: serialised once, everything derived from it computed and checked. */
export interface Prepared {
  readonly id: string;
  readonly json: string;
  /** In the order of the table's compared columns: fields, then digests. */
  readonly compared: readonly FieldValue[];
  /** One list for each many-field, without repetition. */
  readonly many: readonly (readonly string[])[];
  readonly text: string;
}

const checked = (collection: Collection, field: string, value: FieldValue | undefined): FieldValue => {
  if (value === null || value === undefined) return null;
  if (collection.fields[field]!.type === 'text') {
    if (typeof value === 'string') return value.toWellFormed();
  } else if (Number.isSafeInteger(value)) return value;
  throw new TypeError(`${collection.name}: ${field} of a document is not ${collection.fields[field]!.type}`);
};

/** @throws TypeError when the document cannot be serialised or a field's value is not of its type */
export const preparing = (collection: Collection): ((id: string, document: unknown) => Prepared) => {
  const fields = Object.entries(collection.fields);
  const manyFields = Object.values(collection.many ?? {});
  const sortAt = manyFields.map(({ sortedBy }) => fields.findIndex(([field]) => field === sortedBy));

  return (id, document) => {
    const json = JSON.stringify(document) as string | undefined;
    if (json === undefined) throw new TypeError(`${collection.name}: the document of ${id} is not JSON`);
    const compared = fields.map(([field, { of }]) => checked(collection, field, of(document)));
    const many = manyFields.map(({ of }) => [...new Set(of(document))].map((value) => value.toWellFormed()));
    if (many.length > 0) {
      // The sort values are kept beside the values, so they are part of what may change.
      compared.push(digest(JSON.stringify([many, sortAt.map((at) => compared[at])])));
    }
    const text = collection.text?.(document) ?? '';
    if (collection.text !== undefined) compared.push(digest(text));
    return { id, json, compared, many, text };
  };
};
