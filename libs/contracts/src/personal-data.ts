import { z } from 'zod';
import { facts } from './facts/index.ts';
import { keyFacts, webhookFacts } from './facts/gateway.ts';
import { pointerOf } from './faults.ts';
import { inboundTypes } from './inbound/index.ts';
import { personalKeyword } from './personal-mark.ts';
import { states } from './states.ts';

/** An event or a message: what of its data tells of a person follows from the marks in the schema of its type. */
interface Message {
  readonly type: string;
  readonly data: unknown;
}

/**
 * What is put in the place of a personal value, JSON for JSON.
 * @param at JSON pointer (RFC 6901) to it within the data
 */
export type PersonalChange = (value: unknown, at: string) => unknown;

type Schema = Readonly<Record<string, unknown>>;

/** The schema of the data of every type that this build records or publishes. */
export const dataSchemasByType: ReadonlyMap<string, z.ZodType> = new Map([
  ...Object.entries(inboundTypes).map(([type, { data }]) => [type, data] as const),
  ...Object.values(facts).flatMap((types): [string, z.ZodType][] => Object.entries(types)),
  ...Object.entries(keyFacts),
  ...Object.entries(webhookFacts),
  ...Object.entries(states).map(([type, { data }]) => [type, data] as const),
]);

const known = new Map<string, readonly string[]>();

/**
 * Where personal values of a type stand in its data: JSON pointers, in which `*` is each item of a list or each
 * name of an object. Of a type that this build does not know, or knows only in a later version, all of the data
 * is personal: the empty pointer. Events read through `upcast` are of no earlier version.
 */
export const personalPathsOf = (type: string): readonly string[] => {
  const schema = dataSchemasByType.get(type);
  if (!schema) return [''];
  const paths = known.get(type) ?? personalPathsIn(schema);
  known.set(type, paths);
  return paths;
};

/** The same of any schema. */
export const personalPathsIn = (schema: z.ZodType): readonly string[] => [
  ...new Set(markedIn(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema, '')),
];

const markedIn = (schema: Schema, at: string): string[] =>
  schema[personalKeyword] === true
    ? [at]
    : partsOf(schema).flatMap(([step, part]) => markedIn(part, at + step));

/** The schemas of which a schema is made, each with the step that leads to its value. */
export const partsOf = (schema: Schema): (readonly [step: string, Schema])[] => {
  const { properties = {}, items, additionalProperties } = schema as Record<string, object | undefined>;
  const alternatives = ['anyOf', 'oneOf', 'allOf'].flatMap(
    (key) => (schema[key] as Schema[] | undefined) ?? [],
  );
  return [
    ...alternatives.map((part) => ['', part] as const),
    ...Object.entries(properties).map(([name, part]) => [`/${name}`, part as Schema] as const),
    ...[items, additionalProperties]
      .filter((part) => typeof part === 'object')
      .map((part) => ['/*', part as Schema] as const),
  ];
};

/**
 * The event's data with every personal value changed, and all else as it was. Where an event carries a message
 * whole, what is personal in it follows from the type of that message.
 * @param change told each personal value that is there, and where
 */
export const withPersonal = ({ type, data }: Message, change: PersonalChange, at = ''): unknown => {
  const changing = carriers.get(type)?.(data, change) ?? change;
  return personalPathsOf(type).reduce(
    (changed, path) => replaced(changed, path.split('/').slice(1), at, changing),
    data,
  );
};

/** Of events that carry a message whole, the change of that message in the place of the one of its value. */
const carriers: ReadonlyMap<string, (data: unknown, change: PersonalChange) => PersonalChange> = new Map([
  [
    'tributary.order.fact-parked.v1',
    (data, change) => (value, at) =>
      withPersonal({ type: (data as { messageType: string }).messageType, data: value }, change, at),
  ],
  [
    'tributary.message.parked.v1',
    (_, change) => (value, at) =>
      isMessage(value) ? { ...value, data: withPersonal(value, change, `${at}/data`) } : change(value, at),
  ],
]);

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'data' in value &&
  typeof Reflect.get(value, 'type') === 'string';

const replaced = (
  value: unknown,
  [step, ...rest]: readonly string[],
  at: string,
  change: PersonalChange,
): unknown => {
  if (value === undefined) return value;
  if (step === undefined) return change(value, at);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return step === '*' ? value.map((item, index) => replaced(item, rest, `${at}/${index}`, change)) : value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      step === '*' || step === name
        ? replaced(part, rest, at + pointerOf([name]), change)
        : (part as unknown),
    ]),
  );
};
