import type { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

/** Examples of schemas, by the names of these: a name without one does not compile. */
export type ExamplesOf<S> = {
  readonly [Name in keyof S]: S[Name] extends z.ZodType
    ? readonly [z.input<S[Name]>, ...z.input<S[Name]>[]]
    : never;
};

/**
 * A JSON Schema in which every field shows a value: the one that it has in the first of some examples of the
 * whole that tell it. What refers to another schema stays as it is, since that one shows its own.
 * @param examples values that the schema describes; where alternatives exclude one another, one of each
 */
export const withExamples = (schema: Schema, examples: readonly unknown[]): Schema => {
  const fitting = examples.filter((example) => fits(schema, example));
  const { properties, items } = schema as { properties?: Record<string, Schema>; items?: Schema };
  if (properties) return { ...schema, properties: withFields(properties, fitting) };
  if (items && isStructured(items)) return { ...schema, items: withExamples(items, fitting.flat()) };
  const choices = choicesOf(schema);
  if (choices?.of.some(isStructured))
    return { ...schema, [choices.key]: choices.of.map((choice) => withExamples(choice, fitting)) };
  const [example] = fitting;
  return example === undefined || '$ref' in schema ? schema : { ...schema, examples: [example] };
};

const withFields = (
  properties: Readonly<Record<string, Schema>>,
  examples: readonly unknown[],
): Record<string, Schema> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [
      name,
      withExamples(
        field,
        examples.map((example) => (example as Schema)[name]).filter((value) => value !== undefined),
      ),
    ]),
  );

const choicesOf = (schema: Schema): { key: string; of: readonly Schema[] } | undefined => {
  const key = ['anyOf', 'oneOf', 'allOf'].find((name) => name in schema);
  return key === undefined ? undefined : { key, of: schema[key] as readonly Schema[] };
};

/** Whether fields of its own, or of what it refers to, show what it holds. */
const isStructured = (schema: Schema): boolean =>
  'properties' in schema ||
  '$ref' in schema ||
  ('items' in schema && isStructured(schema['items'] as Schema)) ||
  Boolean(choicesOf(schema)?.of.some(isStructured));

/** Whether a value may be meant by a schema: enough to tell alternatives apart, less than validating it. */
const fits = (schema: Schema, value: unknown): boolean => {
  if ('const' in schema) return value === schema['const'];
  if ('enum' in schema) return (schema['enum'] as unknown[]).includes(value);
  const choices = choicesOf(schema);
  if (choices && !choices.of[choices.key === 'allOf' ? 'every' : 'some']((choice) => fits(choice, value)))
    return false;
  return fitsType(schema, value);
};

const fitsType = (schema: Schema, value: unknown): boolean => {
  const types = [schema['type'] ?? []].flat();
  if (types.length > 0 && !typesOf(value).some((type) => types.includes(type))) return false;
  return !isObject(value) || hasFields(schema, value);
};

/** The types that JSON Schema has for a value. */
const typesOf = (value: unknown): readonly string[] => {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value];
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasFields = ({ required = [], properties = {} }: Schema, value: object): boolean =>
  (required as string[]).every((name) => name in value) &&
  Object.entries(properties as Record<string, Schema>).every(
    ([name, field]) => !(name in value) || fits(field, Reflect.get(value, name)),
  );
