import { z } from 'zod';
import { facts } from './facts/index.ts';
import { inboundTypes } from './inbound/index.ts';
import { CloudEventAttributes } from './envelope.ts';
import { states } from './states.ts';
import { acceptedTopicOf, inboundTopics, topicOf } from './topics.ts';

type JsonSchema = Record<string, unknown>;

export const jsonSchemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;

const componentName = (type: string) => type.replaceAll('.', '_');

interface Described {
  readonly type: string;
  readonly topic: string;
  readonly payload: ReturnType<typeof eventPayload>;
  readonly summary?: string;
}

/** A CloudEvent of a type, in structured or binary mode. */
const eventPayload = (type: string, data: z.ZodType, io: 'input' | 'output') => ({
  allOf: [
    { $ref: '#/components/schemas/CloudEvent' },
    {
      type: 'object',
      properties: { type: { const: type }, data: jsonSchemaOf(data, io) },
      required: ['type', 'data'],
    },
  ],
});

/** What integrators may publish: one message to each type, which goes on an accepted topic as it came. */
const published = (): Described[] =>
  Object.entries(inboundTypes).map(([type, { topic, data, summary }]) => ({
    type,
    topic,
    payload: eventPayload(type, data, 'input'),
    summary,
  }));

const announced = (): Described[] => [
  ...Object.values(facts).flatMap((types) =>
    Object.entries(types).map(([type, data]) => ({
      type,
      topic: topicOf(type)!,
      payload: eventPayload(type, data, 'output'),
    })),
  ),
  ...Object.entries(states).map(([topic, data]) => ({
    type: topic,
    topic,
    payload: eventPayload(topic, data, 'output'),
    summary: 'The newest state; compacted by key',
  })),
];

const channelOf = (address: string, types: readonly string[]) => ({
  address,
  messages: Object.fromEntries(
    types.map((type) => [componentName(type), { $ref: `#/components/messages/${componentName(type)}` }]),
  ),
});

/**
 * The AsyncAPI 3.0 description of every topic: what integrators may publish and what the services
 * announce, derived from the same schemas that validate them.
 */
export const asyncApi = (version: string) => {
  const [inbound, outbound] = [published(), announced()];
  const messages = [...inbound, ...outbound];
  const typesByTopic = Map.groupBy(messages, ({ topic }) => topic);
  const accepted = inboundTopics.map(
    (topic) => [acceptedTopicOf(topic), typesByTopic.get(topic)!] as const,
  );
  const channels = [...typesByTopic, ...accepted];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tributary',
      version,
      license: { name: 'Apache-2.0' },
      description:
        'Every message is a CloudEvents 1.0 event, structured or binary mode on inbound topics, binary mode on all others; the key of a message is its stream, or what its type is ordered by.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      channels.map(([topic, types]) => [
        topic,
        channelOf(
          topic,
          types.map(({ type }) => type),
        ),
      ]),
    ),
    operations: Object.fromEntries(
      channels.map(([topic]) => [
        componentName(topic),
        {
          action: inboundTopics.includes(topic) ? 'receive' : 'send',
          channel: { $ref: `#/channels/${topic}` },
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        messages.map(({ type, payload, summary }) => [
          componentName(type),
          { name: type, ...(summary ? { summary } : {}), payload },
        ]),
      ),
      schemas: { CloudEvent: jsonSchemaOf(CloudEventAttributes) },
    },
  };
};
