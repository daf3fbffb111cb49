import { factTopics, facts } from './facts/index.ts';
import { inboundTypes, isInboundType } from './inbound/index.ts';
import { supersededTypes } from './upcasting.ts';

const ownerByFamily: Record<string, keyof typeof factTopics> = {
  order: 'order',
  return: 'order',
  inventory: 'inventory',
  allocation: 'inventory',
  sourcing: 'sourcing',
  location: 'sourcing',
  ruleset: 'sourcing',
  key: 'gateway',
};

/** The topic an event travels on, by its type alone; undefined for a type nobody publishes. */
export const topicOf = (type: string): string | undefined => {
  if (isInboundType(type)) return inboundTypes[type].topic;
  if (type === 'tributary.message.parked.v1' || type === 'tributary.message.redriven.v1')
    return factTopics.bus;
  if (type.startsWith('tributary.message.')) return factTopics.gateway;
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
