import { z } from 'zod';
import { CloudEventAttributes } from './envelope.ts';
import { cloudEventExample } from './examples/envelope.ts';
import { inboundExamples } from './examples/index.ts';
import { withExamples } from './examples/with-examples.ts';
import { inboundTypes } from './inbound/index.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What clients call the data of a type: `OrderCaptured` for `tributary.order.captured.v1`. */
const nameOf = (type: string): string =>
  type
    .replace(/^tributary\.|\.v\d+$/g, '')
    .split(/[.-]/)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

const schemaOf = (schema: z.ZodType, examples: readonly unknown[]): JsonSchema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return withExamples(json, examples);
};

const { type: _, ...attributes } = CloudEventAttributes.shape;
const { type: __, ...attributesExample } = cloudEventExample;

const eventOf = (type: string, summary: string): JsonSchema => ({
  description: `${summary}.`,
  allOf: [
    reference('EventAttributes'),
    {
      type: 'object',
      properties: {
        type: { const: type, description: 'What happened.', examples: [type] },
        data: reference(nameOf(type)),
      },
      required: ['type', 'data'],
    },
  ],
});

/** The name of the schema of any event that may be published, as a reference within an OpenAPI document. */
export const inboundEventReference = reference('InboundEvent');

/** Of every type that may be published, its event and its data for OpenAPI, by name, and of all of them together. */
export const inboundEventSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const types = Object.entries(inboundTypes) as [
    keyof typeof inboundTypes,
    { data: z.ZodType; summary: string },
  ][];
  return {
    EventAttributes: schemaOf(z.object(attributes), [attributesExample]),
    ...Object.fromEntries(
      types.map(([type, { data }]) => [nameOf(type), schemaOf(data, inboundExamples[type])]),
    ),
    ...Object.fromEntries(
      types.map(([type, { summary }]) => [`${nameOf(type)}Event`, eventOf(type, summary)]),
    ),
    InboundEvent: { anyOf: types.map(([type]) => reference(`${nameOf(type)}Event`)) },
  };
};
