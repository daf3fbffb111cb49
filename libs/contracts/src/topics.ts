import { factTopics, facts } from './facts/index.ts';
import { inboundTypes, isInboundType } from './inbound/index.ts';
import { isStateTopic } from './states.ts';
import { supersededTypes } from './upcasting.ts';

const ownerByFamily: Record<string, keyof typeof factTopics> = {
  order: 'order',
  return: 'order',
  inventory: 'inventory',
  allocation: 'inventory',
  sourcing: 'sourcing',
  location: 'sourcing',
  ruleset: 'sourcing',
};

/**
 * Where a message goes once the gateway has taken it in. Integrators publish to `tributary.inbound.*`,
 * which nobody but the gateway reads: what is there is neither checked nor told apart from a repeat.
 */
export const acceptedTopicOf = (inboundTopic: string): string =>
  inboundTopic.replace('tributary.inbound.', 'tributary.accepted.');

/** The topics that are open to integrators. */
export const inboundTopics: readonly string[] = [
  ...new Set(Object.values(inboundTypes).map(({ topic }) => topic)),
];

/** The topics of messages taken in. */
export const acceptedTopics: readonly string[] = inboundTopics.map(acceptedTopicOf);

/** The topic on which an event travels between services, by its type alone; undefined for a type nobody publishes. */
export const topicOf = (type: string): string | undefined => {
  if (isInboundType(type)) return acceptedTopicOf(inboundTypes[type].topic);
  if (type === 'tributary.message.parked.v1' || type === 'tributary.message.redriven.v1')
    return factTopics.bus;
  if (type.startsWith('tributary.message.')) return factTopics.gateway;
  if (isStateTopic(type)) return type;
  const owner = ownerByFamily[type.split('.')[1] ?? ''];
  return owner && factTopics[owner];
};

const knownTypes = [
  ...Object.keys(inboundTypes),
  ...Object.values(facts).flatMap((types) => Object.keys(types)),
  ...supersededTypes,
];

/** Every type that travels on some topics, superseded versions included. */
export const typesOn = (topics: readonly string[]): string[] =>
  knownTypes.filter((type) => topics.includes(topicOf(type) ?? ''));
