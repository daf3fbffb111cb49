/** Every value under a key of a JSON document, at any depth, with the place it stands. */
export const valuesUnder = (key: string, value: unknown, at = '#'): { at: string; value: unknown }[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [
        ...(name === key ? [{ at, value: inner as unknown }] : []),
        ...valuesUnder(key, inner, `${at}/${name}`),
      ])
    : [];

/** What a `#/…` pointer (RFC 6901) leads to in a document. */
export const pointedAt = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);

/** The fields of all schemas in a document, each with what is said of it, itself or where it refers to. */
export const describedFields = (document: unknown): { field: string; said: string | undefined }[] =>
  valuesUnder('properties', document).flatMap(({ at, value }) =>
    Object.entries(value as Record<string, { description?: string; $ref?: string }>).map(
      ([name, { description, $ref }]) => ({ field: `${at}/${name}`, said: description ?? $ref }),
    ),
  );

interface FieldSchema {
  readonly [keyword: string]: unknown;
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
  readonly oneOf?: readonly FieldSchema[];
  readonly allOf?: readonly FieldSchema[];
}

/** Whether somebody who reads it sees a value; of a structure its own fields are asked. */
const isShown = (schema: FieldSchema): boolean =>
  ['examples', 'example', 'const', '$ref', 'properties'].some((key) => key in schema) ||
  (schema.items !== undefined && isShown(schema.items)) ||
  Boolean((schema.anyOf ?? schema.oneOf ?? schema.allOf)?.every(isShown));

/** The fields of all schemas in a document of which no value is shown. */
export const fieldsWithoutExample = (document: unknown): string[] =>
  valuesUnder('properties', document).flatMap(({ at, value }) =>
    Object.entries(value as Record<string, FieldSchema>)
      .filter(([, schema]) => !isShown(schema))
      .map(([name]) => `${at}/${name}`),
  );
