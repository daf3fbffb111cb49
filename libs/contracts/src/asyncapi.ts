import { z } from 'zod';
import {
  bindingVersion,
  componentName,
  dataSchemas,
  describedMessages,
  envelopeSchemas,
} from './asyncapi-messages.ts';
import { factTopics } from './facts/index.ts';
import { type TopicKind, defaultPartitions, topicSettings } from './kafka.ts';
import { isStateTopic } from './states.ts';
import { inboundTopics, inboxTopic } from './topics.ts';

/** The JSON Schema of what is read (input) or written (output). */
export const jsonSchemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'input'): Record<string, unknown> =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;

const kindOf = (topic: string): TopicKind => {
  if (inboundTopics.includes(topic)) return 'inbound';
  if (isStateTopic(topic)) return 'state';
  return topic === factTopics.bus ? 'dead-letters' : 'facts';
};

const placed =
  'What is about one thing, e.g. an order or a SKU at a location, lies in partitions of one number on every topic: the partition is murmur2, as in Kafka’s default partitioner, of';

const descriptionOf = (topic: string): string => {
  if (topic === inboxTopic)
    return `Every message that was taken in, whichever door it came through, in the order of its key. ${placed} the key.`;
  switch (kindOf(topic)) {
    case 'inbound':
      return `Open to integrators, in CloudEvents’ binary or structured mode; what is here is not yet checked. ${placed} the key.`;
    case 'dead-letters':
      return `What a consumer group could not handle after its retries, with the message and why; and what was handled after all. ${placed} the name of the group.`;
    case 'state':
      return `The newest state of each key, compacted, where event store, read models and bus are engines that processes share; without a value: there is no such thing any more. A state may come again. ${placed} the key.`;
    default:
      return `What a service has recorded, in the order of each stream. ${placed} the stream after its first hyphen.`;
  }
};

const channelOf = (topic: string, messages: readonly string[]) => {
  const { 'cleanup.policy': cleanup, ...settings } = topicSettings(kindOf(topic));
  return {
    address: topic,
    description: descriptionOf(topic),
    servers: [{ $ref: '#/servers/kafka' }],
    messages: Object.fromEntries(messages.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
    bindings: {
      kafka: {
        topic,
        partitions: defaultPartitions,
        topicConfiguration: { 'cleanup.policy': [cleanup], ...settings },
        bindingVersion,
      },
    },
  };
};

const securitySchemes = {
  plain: { type: 'plain', description: 'SASL/PLAIN, over TLS.' },
  scramSha256: { type: 'scramSha256', description: 'SASL/SCRAM-SHA-256, over TLS.' },
  scramSha512: { type: 'scramSha512', description: 'SASL/SCRAM-SHA-512, over TLS.' },
  X509: { type: 'X509', description: 'TLS with a certificate of the client.' },
};

const servers = {
  kafka: {
    host: '{address}',
    protocol: 'kafka',
    description:
      'The brokers of an installation that runs on Kafka, as it configures them: how one signs in, whether over TLS, how many partitions topics have and how long they keep what is theirs to choose. Shown is what holds unless it does. It may put a name of its own before that of every topic.',
    variables: {
      address: { default: 'localhost:9092', description: '`host:port` of a broker.' },
    },
    security: Object.keys(securitySchemes).map((name) => ({
      $ref: `#/components/securitySchemes/${name}`,
    })),
  },
};

/**
 * The AsyncAPI 3.0 description of every topic on Kafka: what integrators may publish, what was taken in
 * of that, what the services announce and how things stand, and what they could not handle, derived from the same schemas that
 * validate them and the same settings that topics are created with.
 * @param version of the product
 */
export const asyncApi = (version: string) => {
  const messages = describedMessages();
  const topics = Map.groupBy(messages, ({ topic }) => topic);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tributary',
      version,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      description:
        'Every message is a CloudEvents 1.0 event, in structured or binary mode on inbound topics, in binary mode on all others. What lies behind a key stays in order; between keys and topics there is none.',
    },
    defaultContentType: 'application/json',
    servers,
    channels: Object.fromEntries(
      [...topics].map(([topic, described]) => [
        topic,
        channelOf(
          topic,
          described.map(({ name }) => name),
        ),
      ]),
    ),
    operations: Object.fromEntries(
      [...topics.keys()].map((topic) => [
        componentName(topic),
        {
          action: inboundTopics.includes(topic) ? 'receive' : 'send',
          channel: { $ref: `#/channels/${topic}` },
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(messages.map(({ name, message }) => [name, message])),
      schemas: { ...envelopeSchemas(), ...dataSchemas() },
      securitySchemes,
    },
  };
};
