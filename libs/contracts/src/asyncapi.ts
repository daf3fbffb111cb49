import { z } from 'zod';
import { factTopics, facts } from './facts/index.ts';
import { inboundTypes } from './inbound/index.ts';
import { CloudEventAttributes } from './envelope.ts';
import { topicOf } from './topics.ts';

type JsonSchema = Record<string, unknown>;

export const jsonSchemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;

const componentName = (type: string) => type.replaceAll('.', '_');

/**
 * The AsyncAPI 3.0 description of every topic: what integrators may publish and what the services
 * announce, derived from the same schemas that validate them.
 */
export const asyncApi = (version: string) => {
  const published = Object.entries(inboundTypes).map(([type, { topic, data, summary }]) => ({
    type,
    topic,
    data,
    summary,
    inbound: true,
  }));
  const announced = Object.values(facts).flatMap((types) =>
    Object.entries(types).map(([type, data]) => ({
      type,
      topic: topicOf(type)!,
      data,
      summary: undefined,
      inbound: false,
    })),
  );
  const messages = [...published, ...announced];
  const topics = [...new Set(messages.map(({ topic }) => topic))];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tributary',
      version,
      license: { name: 'Apache-2.0' },
      description: 'Every message is a CloudEvents 1.0 event; the key of a message is its stream.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      topics.map((topic) => [
        topic,
        {
          address: topic,
          messages: Object.fromEntries(
            messages
              .filter((m) => m.topic === topic)
              .map((m) => [
                componentName(m.type),
                { $ref: `#/components/messages/${componentName(m.type)}` },
              ]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      topics.map((topic) => [
        componentName(topic),
        {
          action: Object.values<string>(factTopics).includes(topic) ? 'send' : 'receive',
          channel: { $ref: `#/channels/${topic}` },
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        messages.map(({ type, data, summary, inbound }) => [
          componentName(type),
          {
            name: type,
            ...(summary ? { summary } : {}),
            payload: {
              allOf: [
                { $ref: '#/components/schemas/CloudEvent' },
                {
                  type: 'object',
                  properties: {
                    type: { const: type },
                    data: jsonSchemaOf(data, inbound ? 'input' : 'output'),
                  },
                  required: ['type', 'data'],
                },
              ],
            },
          },
        ]),
      ),
      schemas: { CloudEvent: jsonSchemaOf(CloudEventAttributes) },
    },
  };
};
