import { z } from 'zod';
import { CloudEventAttributes } from './envelope.ts';
import { cloudEventExample, eventHeaders, stateHeaders } from './examples/envelope.ts';
import { examplesByType } from './examples/index.ts';
import { withExamples } from './examples/with-examples.ts';
import { inboundTypes } from './inbound/index.ts';
import { EventHeaders, StateHeaders } from './kafka.ts';
import { factStreams, factTopics, facts } from './facts/index.ts';
import { factSummaries } from './facts/summaries.ts';
import { states } from './states.ts';
import { inboxTopic } from './topics.ts';

/** Of the Kafka bindings. */
export const bindingVersion = '0.5.0';

type JsonSchema = Record<string, unknown>;

/** AsyncAPI's own schemas are a superset of draft 7. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output', examples: readonly unknown[]): JsonSchema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-7' });
  return withExamples(json, examples);
};

const examplesOf = (type: string): readonly unknown[] => examplesByType.get(type) ?? [];

/** A key of the document: letters, digits, hyphen and underscore. */
export const componentName = (name: string): string => name.replaceAll('.', '_');

const reference = (kind: 'schemas', name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** The data of a message: a component, since a type that integrators publish comes on two topics. */
export const dataSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries([
    ...Object.entries(inboundTypes).map(([type, { data }]) => dataSchema(type, data, 'input')),
    ...Object.values(facts).flatMap((types) =>
      Object.entries(types).map(([type, data]) => dataSchema(type, data, 'output')),
    ),
    ...Object.entries(states).map(([type, { data }]) => dataSchema(type, data, 'output')),
  ]);

const dataSchema = (type: string, data: z.ZodType, io: 'input' | 'output') =>
  [componentName(type), schemaOf(data, io, examplesOf(type))] as const;

/** What messages have in common, by name. */
export const envelopeSchemas = (): Record<string, JsonSchema> => ({
  CloudEvent: schemaOf(CloudEventAttributes, 'input', [cloudEventExample]),
  EventHeaders: schemaOf(EventHeaders, 'output', [eventHeaders]),
  StateHeaders: schemaOf(StateHeaders, 'output', [stateHeaders]),
  InboundHeaders: inboundHeaders(),
});

type Attribute = (typeof CloudEventAttributes.shape)[keyof typeof CloudEventAttributes.shape];

/** Attributes as headers of binary mode: all text, and what is unset is left out. */
const inboundHeaders = (): JsonSchema => {
  const header = (attribute: Attribute): z.ZodType => {
    if (!(attribute instanceof z.ZodOptional)) return attribute;
    const set = attribute.unwrap().unwrap();
    const text = set instanceof z.ZodBoolean ? z.enum(['true', 'false']) : set;
    return text.describe(attribute.description!).optional();
  };
  const headers = Object.entries(CloudEventAttributes.shape).map(
    ([name, attribute]) => [headerOf(name), header(attribute)] as const,
  );
  const example = Object.entries(cloudEventExample).map(([name, value]) => [headerOf(name), String(value)]);
  return schemaOf(z.object(Object.fromEntries(headers)), 'input', [Object.fromEntries(example)]);
};

const headerOf = (attribute: string): string =>
  attribute === 'datacontenttype' ? 'content-type' : `ce_${attribute}`;

export interface Described {
  readonly name: string;
  readonly topic: string;
  readonly message: ReturnType<typeof messageOf>;
}

interface Parts {
  readonly type: string;
  readonly title?: string;
  readonly summary: string;
  readonly key: string;
  readonly contentType: string;
  readonly headers?: JsonSchema;
  readonly payload: JsonSchema;
  /** Payloads, where they are not the data alone. */
  readonly examples?: readonly unknown[];
}

const messageOf = ({ type, key, examples = examplesOf(type), ...parts }: Parts) => ({
  name: type,
  ...parts,
  examples: examples.map((payload) => ({ payload })),
  bindings: { kafka: { key: { type: 'string', description: `The key: ${key}.` }, bindingVersion } },
});

const typedHeaders = (
  headers: 'EventHeaders' | 'StateHeaders' | 'InboundHeaders',
  type: string,
): JsonSchema => ({
  allOf: [
    reference('schemas', headers),
    { type: 'object', properties: { ce_type: { const: type, description: 'The type of the event.' } } },
  ],
});

/** An event that we send. */
const sent = (topic: string, type: string, key: string, summary: string): Described => ({
  name: componentName(type),
  topic,
  message: messageOf({
    type,
    summary,
    key,
    contentType: 'application/json',
    headers: typedHeaders('EventHeaders', type),
    payload: reference('schemas', componentName(type)),
  }),
});

/** A state: its type is its topic. */
const stated = (topic: string, key: string, summary: string): Described => ({
  name: componentName(topic),
  topic,
  message: messageOf({
    type: topic,
    summary,
    key,
    contentType: 'application/json',
    headers: typedHeaders('StateHeaders', topic),
    payload: reference('schemas', componentName(topic)),
  }),
});

const { specversion, id, source, time } = cloudEventExample;
const eventOf = (type: string, data: unknown) => ({ specversion, id, source, type, time, data });

/** An event at an entrance, in either content mode. */
const published = (topic: string, type: string, key: string, summary: string): Described[] => {
  const data = reference('schemas', componentName(type));
  const binary = messageOf({
    type,
    title: `${type}, binary mode`,
    summary,
    key,
    contentType: 'application/json',
    headers: typedHeaders('InboundHeaders', type),
    payload: data,
  });
  const structured = messageOf({
    type,
    title: `${type}, structured mode`,
    summary,
    key,
    contentType: 'application/cloudevents+json',
    headers: {
      type: 'object',
      properties: {
        'content-type': {
          type: 'string',
          pattern: '^application/cloudevents\\+json',
          description: 'Says that the value is the event whole.',
          examples: ['application/cloudevents+json'],
        },
      },
      required: ['content-type'],
    },
    payload: {
      allOf: [
        reference('schemas', 'CloudEvent'),
        {
          type: 'object',
          properties: { type: { const: type, description: 'The type of the event.' }, data },
          required: ['type', 'data'],
        },
      ],
    },
    examples: examplesOf(type).map((example) => eventOf(type, example)),
  });
  return [
    { name: `${componentName(type)}-binary`, topic, message: binary },
    { name: `${componentName(type)}-structured`, topic, message: structured },
  ];
};

/** Every message of every topic: what may be published, what was taken in of that, the facts and the states. */
export const describedMessages = (): Described[] => [
  ...Object.entries(inboundTypes).flatMap(([type, { topic, keyedBy, summary }]) => [
    ...published(topic, type, keyedBy, summary),
    sent(inboxTopic, type, keyedBy, summary),
  ]),
  ...Object.entries(facts).flatMap(([owner, types]) =>
    (Object.keys(types) as (keyof typeof factSummaries)[]).map((type) => {
      const service = owner as keyof typeof factTopics;
      const key = `its stream, one of ${factStreams[service].join(', ')}`;
      return sent(factTopics[service], type, key, factSummaries[type]);
    }),
  ),
  ...Object.entries(states).map(([topic, { key, summary }]) => stated(topic, key, summary)),
];
