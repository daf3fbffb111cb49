import { asyncApi } from './asyncapi.ts';
import { facts } from './facts/index.ts';
import { inboundTypes } from './inbound/index.ts';
import { stateTopics } from './states.ts';
import { acceptedTopics, inboundTopics } from './topics.ts';

const document = asyncApi('1.2.3');
const types = [
  ...Object.keys(inboundTypes),
  ...Object.values(facts).flatMap((of) => Object.keys(of)),
  ...Object.values(stateTopics),
];

/** Every value under a key, at any depth, with the place it stands. */
const valuesOf = (key: string, value: unknown, at = '#'): { at: string; value: unknown }[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [
        ...(name === key ? [{ at, value: inner as unknown }] : []),
        ...valuesOf(key, inner, `${at}/${name}`),
      ])
    : [];

/** What a `#/…` pointer (RFC 6901) leads to. */
const resolve = (pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, token) => (value as Record<string, unknown> | undefined)?.[token], document);

describe('The AsyncAPI document', () => {
  it('is of version 3.0, with the version of the product, and is plain JSON', () => {
    expect(document).toMatchObject({ asyncapi: '3.0.0', info: { title: 'Tributary', version: '1.2.3' } });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('describes every type once, on one channel; a message taken in comes on a second one', () => {
    const described = Object.values(document.components.messages).map(({ name }) => name);
    expect(described.toSorted()).toEqual(types.toSorted());
    const onChannels = Object.entries(document.channels)
      .filter(([topic]) => !acceptedTopics.includes(topic))
      .flatMap(([, { messages }]) => Object.keys(messages));
    expect(onChannels.toSorted()).toEqual(Object.keys(document.components.messages).toSorted());
    for (const topic of inboundTopics) {
      const accepted = document.channels[topic.replace('inbound', 'accepted')];
      expect(accepted?.messages).toEqual(document.channels[topic]?.messages);
    }
  });

  it('refers only to what is there', () => {
    const references = valuesOf('$ref', document);
    expect(references.length).toBeGreaterThan(types.length);
    expect(references.filter(({ value }) => resolve(value as string) === undefined)).toEqual([]);
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

  it('names each type in its payload, so that a reader can tell messages of one channel apart', () => {
    for (const { name, payload } of Object.values(document.components.messages)) {
      expect(payload.allOf[1]).toMatchObject({
        properties: { type: { const: name } },
        required: ['type', 'data'],
      });
    }
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
