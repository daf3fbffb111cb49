import type { Collection, FieldValue } from './port.ts';

/** A document serialised once, with everything derived from it computed and checked. */
export interface Derived {
  readonly id: string;
  readonly json: string;
  /** In the order of the declared fields. */
  readonly fields: readonly FieldValue[];
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

/**
 * The value of a declared field.
 * @throws TypeError when it is not of the field's type
 */
export const fieldOf = (collection: Collection, field: string, document: unknown): FieldValue =>
  checked(collection, field, collection.fields[field]!.of(document));

/** @throws TypeError when the document cannot be serialised or a field's value is not of its type */
export const deriving = (collection: Collection): ((id: string, document: unknown) => Derived) => {
  const fields = Object.keys(collection.fields);
  const manyFields = Object.values(collection.many ?? {});
  return (id, document) => {
    const json = JSON.stringify(document) as string | undefined;
    if (json === undefined) throw new TypeError(`${collection.name}: the document of ${id} is not JSON`);
    return {
      id,
      json,
      fields: fields.map((field) => fieldOf(collection, field, document)),
      many: manyFields.map(({ of }) => [...new Set(of(document))].map((value) => value.toWellFormed())),
      text: collection.text?.(document) ?? '',
    };
  };
};
