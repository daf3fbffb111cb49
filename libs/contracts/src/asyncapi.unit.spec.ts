import { readFileSync } from 'node:fs';
import { describedFields, fieldsWithoutExample, pointedAt, valuesUnder } from '@tributary/testing';
import { Ajv } from 'ajv';
import { asyncApi } from './asyncapi.ts';
import { factTopics, facts } from './facts/index.ts';
import { inboundTypes } from './inbound/index.ts';
import { EventHeaders, StateHeaders, maxInboundBytes } from './kafka.ts';
import { isStateTopic, stateTopics } from './states.ts';
import { inboundTopics, inboxTopic } from './topics.ts';

const document = asyncApi('1.2.3');
const types = [
  ...Object.keys(inboundTypes),
  ...Object.values(facts).flatMap((of) => Object.keys(of)),
  ...Object.values(stateTopics),
];
const nameOf = (type: string) => type.replaceAll('.', '_');
const messagesOn = (topic: string) => Object.keys(document.channels[topic]!.messages);
const message = (name: string) => document.components.messages[name]!;

describe('The AsyncAPI document', () => {
  it('is of version 3.0, with the version of the product, and is plain JSON', () => {
    expect(document).toMatchObject({ asyncapi: '3.0.0', info: { title: 'Tributary', version: '1.2.3' } });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('describes every type on its topic; one taken in at its entrance in both modes, and on the inbox', () => {
    const entered = Object.keys(inboundTypes).map(nameOf);
    expect(inboundTopics.flatMap(messagesOn).toSorted()).toEqual(
      entered.flatMap((name) => [`${name}-binary`, `${name}-structured`]).toSorted(),
    );
    expect(messagesOn(inboxTopic)).toEqual(entered);
    for (const [owner, of] of Object.entries(facts)) {
      const topic = factTopics[owner as keyof typeof factTopics];
      expect(messagesOn(topic)).toEqual(Object.keys(of).map(nameOf));
    }
    const onChannels = Object.keys(document.channels).flatMap(messagesOn);
    expect(onChannels.toSorted()).toEqual(Object.keys(document.components.messages).toSorted());
    expect(new Set(Object.values(document.components.messages).map(({ name }) => name))).toEqual(
      new Set(types),
    );
  });

  it('refers only to what is there', () => {
    const references = valuesUnder('$ref', document);
    expect(references.length).toBeGreaterThan(types.length);
    expect(references.filter(({ value }) => pointedAt(document, value as string) === undefined)).toEqual([]);
  });

  it('says of every field what it means', () => {
    const fields = describedFields(document);
    expect(fields.length).toBeGreaterThan(1_000);
    expect(fields.filter(({ said }) => said === undefined)).toEqual([]);
  });

  it('shows of every message an example that its schema takes, and of every field a value', () => {
    const messages = Object.entries(document.components.messages);
    expect(messages.filter(([, { examples }]) => examples.length === 0).map(([name]) => name)).toEqual([]);
    expect(fieldsWithoutExample(document)).toEqual([]);
    const ajv = new Ajv({ validateFormats: false, keywords: ['x-personal'], strict: false });
    ajv.addSchema({ $id: 'asyncapi', components: { schemas: document.components.schemas } });
    const refused = messages.filter(([, { payload, examples }]) => {
      const takes = ajv.compile(
        JSON.parse(JSON.stringify(payload).replaceAll('"#/', '"asyncapi#/')) as object,
      );
      return !examples.every((example) => takes(example.payload));
    });
    expect(refused.map(([name]) => name)).toEqual([]);
  });

  it('says of every channel whether one sends to it or receives from it', () => {
    const operations = Object.values(document.operations);
    expect(operations.map(({ channel }) => channel.$ref.replace('#/channels/', '')).toSorted()).toEqual(
      Object.keys(document.channels).toSorted(),
    );
    for (const { action, channel } of operations) {
      expect(action).toBe(channel.$ref.includes('tributary.inbound.') ? 'receive' : 'send');
    }
  });

  it('names each type, so that a reader can tell messages of one channel apart', () => {
    for (const [key, { name, headers, payload }] of Object.entries(document.components.messages)) {
      const [where, property] = key.endsWith('-structured') ? [payload, 'type'] : [headers, 'ce_type'];
      expect(where).toMatchObject({
        allOf: [expect.anything(), { properties: { [property]: { const: name } } }],
      });
    }
  });

  it('says of every message what its key is', () => {
    const keyOf = (name: string) => message(name).bindings.kafka.key.description;
    expect(keyOf('tributary_stock_counted_v1')).toBe('The key: `<sku>@<location>`.');
    expect(keyOf('tributary_payment_captured_v1-binary')).toBe('The key: orderId.');
    expect(keyOf('tributary_order_placed_v2')).toContain('order-<orderId>');
  });

  it('says how many partitions a topic has and how long it keeps what', () => {
    const kept = (topic: string) => document.channels[topic]!.bindings.kafka;
    for (const topic of Object.keys(document.channels))
      expect(kept(topic)).toMatchObject({
        topic,
        partitions: 12,
        topicConfiguration: { 'cleanup.policy': [isStateTopic(topic) ? 'compact' : 'delete'] },
      });
    expect(kept('tributary.inbound.orders').topicConfiguration).toMatchObject({
      'retention.ms': 7 * 24 * 60 * 60 * 1_000,
      'max.message.bytes': maxInboundBytes,
    });
    for (const topic of [inboxTopic, ...Object.values(factTopics)])
      expect(kept(topic).topicConfiguration).toMatchObject({ 'retention.ms': -1, 'retention.bytes': -1 });
  });

  it('names the brokers by an address, and how one signs in', () => {
    expect(document.servers.kafka).toMatchObject({
      host: '{address}',
      protocol: 'kafka',
      variables: { address: { default: 'localhost:9092' } },
    });
    expect(Object.values(document.components.securitySchemes).map(({ type }) => type)).toEqual([
      'plain',
      'scramSha256',
      'scramSha512',
      'X509',
    ]);
  });

  it('lists the headers of what we send and of what may be sent in binary mode, all of them text', () => {
    const { EventHeaders: sent, InboundHeaders: taken } = document.components.schemas;
    expect(Object.keys(sent!['properties'] as object)).toEqual(Object.keys(EventHeaders.shape));
    expect(taken).toMatchObject({
      properties: {
        ce_specversion: { const: '1.0' },
        'content-type': { type: 'string' },
        ce_imported: { type: 'string', enum: ['true', 'false'] },
      },
      required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type'],
    });
    for (const { properties } of [sent, taken] as { properties: object }[])
      for (const property of Object.values(properties)) expect(property).toHaveProperty('type', 'string');
  });

  it('says of a state what names it, up to where it is known, and nothing of a place in a log', () => {
    for (const topic of Object.values(stateTopics)) expect(messagesOn(topic)).toEqual([nameOf(topic)]);
    expect(message(nameOf(stateTopics.stock)).bindings.kafka.key.description).toBe(
      'The key: `<sku>@<location>`.',
    );
    expect(document.components.schemas[nameOf(stateTopics.stock)]).toMatchObject({
      properties: { through: { required: ['partition', 'offset'] } },
    });
    const { properties } = document.components.schemas['StateHeaders'] as { properties: object };
    expect(Object.keys(properties)).toEqual(Object.keys(StateHeaders.shape));
    expect(properties).not.toHaveProperty('ce_logposition');
  });

  it('marks what tells of a person', () => {
    const { tributary_order_placed_v2: placed, tributary_location_updated_v1: location } =
      document.components.schemas;
    expect(placed).toMatchObject({
      properties: {
        customer: { properties: { email: { 'x-personal': true } } },
        shipTo: { 'x-personal': true },
      },
    });
    expect(valuesUnder('x-personal', location)).toEqual([]);
  });

  it('says what a dead letter carries', () => {
    expect(messagesOn(factTopics.bus)).toContain('tributary_message_parked_v1');
    expect(document.components.schemas['tributary_message_parked_v1']).toMatchObject({
      properties: Object.fromEntries(
        ['group', 'partition', 'position', 'error', 'attempts', 'message'].map((field) => [
          field,
          { description: expect.any(String) },
        ]),
      ),
    });
  });

  it('takes an event as it was stored, and none without what its type asks for', () => {
    const { type, data } = JSON.parse(
      readFileSync(new URL('./golden/order.placed.v2.json', import.meta.url), 'utf8'),
    ) as { type: string; data: Record<string, unknown> };
    const { payload } = message(nameOf(type));
    const schema = pointedAt(document, payload['$ref'] as string) as object;
    // Formats are what the patterns beside them say.
    const takes = new Ajv({ validateFormats: false, keywords: ['x-personal', 'x-identifies'] }).compile(
      schema,
    );
    expect([takes(data), takes.errors]).toEqual([true, null]);
    const { currency: _, ...without } = data;
    expect(takes(without)).toBe(false);
  });

  it('keeps keys that AsyncAPI allows: letters, digits, dot, hyphen, underscore', () => {
    const keys = [
      document.channels,
      document.operations,
      document.components.messages,
      document.components.schemas,
    ].flatMap(Object.keys);
    expect(keys.filter((key) => !/^[\w.-]+$/.test(key))).toEqual([]);
  });
});
