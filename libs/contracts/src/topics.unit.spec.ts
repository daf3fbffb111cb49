import { factTopics, facts } from './facts/index.ts';
import { inboundTypes } from './inbound/index.ts';
import { keyFacts } from './facts/gateway.ts';
import { stateTopics } from './states.ts';
import { acceptedTopics, inboundTopics, topicOf } from './topics.ts';
import { supersededTypes } from './upcasting.ts';

describe('The topic of an event', () => {
  it('is, for every message taken in, the accepted topic beside the one that integrators publish to', () => {
    for (const [type, { topic }] of Object.entries(inboundTypes)) {
      expect(topic).toMatch(/^tributary\.inbound\.[a-z]+$/);
      expect(topicOf(type)).toBe(topic.replace('inbound', 'accepted'));
      expect(inboundTopics).toContain(topic);
      expect(acceptedTopics).toContain(topicOf(type));
    }
  });

  it('is, for a state, the topic named as it', () => {
    for (const topic of Object.values(stateTopics)) expect(topicOf(topic)).toBe(topic);
  });

  it('is none for what the gateway keeps to itself: no hash of a key leaves it', () => {
    for (const type of Object.keys(keyFacts)) expect(topicOf(type)).toBeUndefined();
  });

  it('is, for every fact, the topic of the service that owns it', () => {
    for (const [owner, types] of Object.entries(facts)) {
      for (const type of Object.keys(types)) {
        expect([type, topicOf(type)]).toEqual([type, factTopics[owner as keyof typeof factTopics]]);
      }
    }
  });

  it('is still known for a version that is no longer written', () => {
    for (const type of supersededTypes) expect(topicOf(type)).toBeDefined();
  });

  it('is unknown for a type nobody publishes', () => {
    expect(
      ['tributary.parrot.sighted.v1', 'other', '', 'tributary.constructor.called.v1'].map(topicOf),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('A message an integrator may send', () => {
  it('has a type of its own that no fact has', () => {
    const types = Object.values(facts).flatMap((of) => Object.keys(of));
    expect(Object.keys(inboundTypes).filter((type) => types.includes(type))).toEqual([]);
  });

  it('is applied by somebody', () => {
    expect(
      Object.values(inboundTypes).filter(({ appliedBy }) => (appliedBy as readonly string[]).length === 0),
    ).toEqual([]);
  });
});
