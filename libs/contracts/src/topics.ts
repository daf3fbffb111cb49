import { factTopics, facts } from './facts/index.ts';
import { inboundTypes, isInboundType } from './inbound/index.ts';
import { isStateTopic } from './states.ts';
import { supersededTypes } from './upcasting.ts';

const ownerByFamily: Record<string, keyof typeof factTopics> = {
  order: 'order',
  return: 'order',
  approval: 'order',
  hold: 'order',
  attribute: 'order',
  'order-view': 'order',
  segment: 'order',
  timeline: 'order',
  inventory: 'inventory',
  allocation: 'inventory',
  availability: 'inventory',
  sourcing: 'sourcing',
  backorder: 'sourcing',
  location: 'sourcing',
  ruleset: 'sourcing',
  'postal-areas': 'sourcing',
};

/**
 * Where every message goes that the gateway has taken in, whatever its type: what belongs to one key,
 * an order or a SKU at a location, stays in the order it came in.
 */
export const inboxTopic = 'tributary.inbox.v1';

/** The entrances, open to integrators; nobody but the gateway reads them: what is there is not yet checked. */
export const inboundTopics: readonly string[] = [
  ...new Set(Object.values(inboundTypes).map(({ topic }) => topic)),
];

/** The topic on which an event or a state travels between services, by its type alone; undefined for a type nobody publishes. */
export const topicOf = (type: string): string | undefined => {
  if (isInboundType(type)) return inboxTopic;
  if (isStateTopic(type)) return type;
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

const known: ReadonlySet<string> = new Set(knownTypes);

/**
 * Whether a type is of ours and unknown to this build: another, newer one recorded it. It must wait for
 * that build, since what is passed over now nobody reads later.
 */
export const isOfNewerBuild = (type: string): boolean =>
  !known.has(type) && !isStateTopic(type) && topicOf(type) !== undefined;

/** Every type that travels on some topics, superseded versions included. */
export const typesOn = (topics: readonly string[]): string[] =>
  knownTypes.filter((type) => topics.includes(topicOf(type) ?? ''));

/** Every type of which events are told to others, in its current version. */
export const publishedTypes: readonly string[] = knownTypes.filter((type) => !supersededTypes.includes(type));
