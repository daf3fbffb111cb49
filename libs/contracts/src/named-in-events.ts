import { z } from 'zod';
import { channelOfOrder } from './identifiers.ts';
import { type Identified, identifiesKeyword } from './identifying-mark.ts';
import { dataSchemasByType, partsOf } from './personal-data.ts';

/** What an event's data names: the channels and the locations that it concerns. */
export interface NamedInEvent {
  /** A channel itself, or that of an order. */
  readonly channels: ReadonlySet<string>;
  /** Not those that were only considered for an order. */
  readonly locations: ReadonlySet<string>;
}

interface Place {
  /** Steps into the data; `*` is each item of a list or each value of an object. */
  readonly steps: readonly string[];
  readonly what: Identified;
}

type Schema = Readonly<Record<string, unknown>>;

const known = new Map<string, readonly Place[]>();

/**
 * The channels and locations that an event names, told by the marks in the schema of its type. Of a type that
 * this build does not know, or knows only in a later version, it names nothing.
 */
export const namedIn = ({ type, data }: { readonly type: string; readonly data: unknown }): NamedInEvent => {
  const channels = new Set<string>();
  const locations = new Set<string>();
  for (const { steps, what } of placesOf(type))
    each(data, steps, (name) => {
      if (what === 'location') locations.add(name);
      else channels.add(what === 'order' ? channelOfOrder(name) : name);
    });
  return { channels, locations };
};

const placesOf = (type: string): readonly Place[] => {
  const schema = dataSchemasByType.get(type);
  if (!schema) return [];
  const places =
    known.get(type) ?? markedIn(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), []);
  known.set(type, places);
  return places;
};

const markedIn = (schema: Schema, steps: readonly string[]): Place[] => {
  const what = schema[identifiesKeyword] as Identified | 'nothing' | undefined;
  if (what !== undefined) return what === 'nothing' ? [] : [{ steps, what }];
  return partsOf(schema).flatMap(([step, part]) =>
    markedIn(part, step === '' ? steps : [...steps, step.slice(1)]),
  );
};

const each = (value: unknown, [step, ...rest]: readonly string[], told: (name: string) => void): void => {
  if (step === undefined) {
    if (typeof value === 'string') told(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (step === '*') for (const item of Object.values(value)) each(item, rest, told);
  else each((value as Readonly<Record<string, unknown>>)[step], rest, told);
};
