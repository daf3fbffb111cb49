import {
  type Service,
  type Trace,
  currentTypeOf,
  factSummaries,
  inboundTypes,
  isInboundType,
  upcast,
} from '@tributary/contracts';
import { type Links, type TracedEvent, beginningOf, byRecording, isMessage, linksAmong } from './links.ts';
import { namedBy } from './named.ts';

/** What a trace is of: an event, from its first cause down to all that followed, or an order and what led to its facts. */
export type Asked = { readonly eventId: string } | { readonly orderId: string };

export type TraceNode = Trace['nodes'][number];

/** Most nodes of a trace. */
export const mostNodes = 500;

/** Events and commands by their ids, with what each came from. */
export interface Reached {
  readonly links: Links;
  readonly ids: ReadonlySet<string>;
}

/**
 * What belongs to a trace, of all events that are known so far.
 * @param events each once, in any order
 */
export const reachedIn = (events: readonly TracedEvent[], asked: Asked): Reached => {
  const links = linksAmong(events);
  return {
    links,
    ids: 'orderId' in asked ? ofOrder(events, asked.orderId, links) : ofEvent(events, asked.eventId, links),
  };
};

const ofEvent = (events: readonly TracedEvent[], eventId: string, links: Links): ReadonlySet<string> => {
  const beginning = beginningOf(eventId, links);
  const reached = events.map(({ id }) => id).filter((id) => beginningOf(id, links) === beginning);
  // The beginning may be a command, of which there is no event.
  return new Set([beginning, ...reached, ...reached.flatMap((id) => links.get(id)?.from ?? [])]);
};

/** What names it with all that led to that, and what it led to that is about no order, such as stock that is missing. */
const ofOrder = (events: readonly TracedEvent[], orderId: string, links: Links): ReadonlySet<string> => {
  const named = new Map(events.map(({ id, data }) => [id, namedBy(data).orders]));
  const isOfIt = (id: string): boolean => {
    const orders = named.get(id) ?? [];
    if (orders.length > 0) return orders.includes(orderId);
    const from = links.get(id)?.from;
    return from !== undefined && isOfIt(from);
  };
  const ids = new Set<string>();
  for (const { id } of events.filter((event) => isOfIt(event.id)))
    for (let at: string | undefined = id; at !== undefined && !ids.has(at); at = links.get(at)?.from)
      ids.add(at);
  return ids;
};

/**
 * The graph of what is known: each thing once, causes before what followed. Where there is more than may be told,
 * what the trace was asked for stays, with all that led to it.
 * @param events each once, in any order
 */
export const traceOf = (events: readonly TracedEvent[], asked: Asked): Trace => {
  const { links, ids } = reachedIn(events, asked);
  const known = new Map(events.map((event) => [event.id, event]));
  const nodes = [...ids].map((id) => nodeOf(id, known, links)).filter((node) => node !== undefined);
  const sorted = inOrder(nodes, known, links);
  const kept = shortened(sorted, asked, links);
  const edges = sorted.flatMap(({ id }) => {
    const link = links.get(id);
    return link && kept.has(id) && kept.has(link.from) ? [{ from: link.from, to: id, how: link.how }] : [];
  });
  return {
    ...asked,
    nodes: sorted.filter(({ id }) => kept.has(id)),
    edges,
    ...(kept.size < sorted.length && { more: true }),
  };
};

/** By when it was recorded; what has no place of its own stands before the first that it led to. */
const inOrder = (
  nodes: readonly TraceNode[],
  known: ReadonlyMap<string, TracedEvent>,
  links: Links,
): readonly TraceNode[] => {
  const wanted = new Map(nodes.map((node) => [node.id, node]));
  const sorted = new Set<TraceNode>();
  const recorded = [...known.values()].filter(({ id }) => wanted.has(id)).toSorted(byRecording);
  for (const { id } of recorded) {
    const path: TraceNode[] = [];
    for (let at: string | undefined = id; at !== undefined; at = links.get(at)?.from) {
      const node = wanted.get(at);
      if (node && !sorted.has(node)) path.unshift(node);
    }
    for (const node of path) sorted.add(node);
  }
  return [...sorted];
};

/** The first of them, and what leads to the one that is asked for. */
const shortened = (nodes: readonly TraceNode[], asked: Asked, links: Links): ReadonlySet<string> => {
  const kept = new Set<string>();
  if ('eventId' in asked)
    for (let at: string | undefined = asked.eventId; at !== undefined; at = links.get(at)?.from) kept.add(at);
  for (const { id } of nodes) {
    if (kept.size >= mostNodes) break;
    kept.add(id);
  }
  return kept;
};

const nodeOf = (id: string, known: ReadonlyMap<string, TracedEvent>, links: Links): TraceNode | undefined => {
  const event = known.get(id);
  if (event) return nodeOfEvent(event);
  const led = [...known.values()].filter((each) => links.get(each.id)?.from === id).toSorted(byRecording);
  return led[0] && nodeOfCommand(id, led[0]);
};

/** Whom a message names is not who handed it in: whoever reads of the one is told of the other. */
const actedBy = ({
  metadata: { actor, submittedBy },
}: TracedEvent): Pick<TraceNode, 'actor' | 'submittedBy'> => ({
  ...(actor !== undefined && { actor }),
  ...(submittedBy !== undefined && submittedBy !== actor && { submittedBy }),
});

const nodeOfEvent = (event: TracedEvent): TraceNode => {
  const slash = event.stream.indexOf('/');
  const type = currentTypeOf(event.type);
  const { origin, source } = event.metadata;
  return {
    id: event.id,
    kind: isMessage(event) ? 'message' : 'fact',
    type,
    summary: summaryOf(type),
    system: isMessage(event) ? 'outside' : (event.stream.slice(0, slash) as Service),
    source: isMessage(event) ? (origin ?? source) : source,
    ...actedBy(event),
    at: event.time,
    recordedAt: event.recordedTime,
    about: aboutOf(event),
  };
};

/** Of a command nothing is recorded but what it led to. */
const nodeOfCommand = (id: string, first: TracedEvent): TraceNode => ({
  id,
  kind: 'command',
  summary: 'Somebody asked for it',
  system: 'people',
  source: first.metadata.source,
  ...actedBy(first),
  at: first.time,
  recordedAt: first.recordedTime,
  about: aboutOf(first),
});

const summaryOf = (type: string): string => {
  if (isInboundType(type)) return inboundTypes[type].summary;
  return (factSummaries as Readonly<Record<string, string>>)[type] ?? type;
};

/** Ids alone: nothing of what happened that tells of a person. */
const aboutOf = (event: TracedEvent): TraceNode['about'] => {
  const { data } = upcast({ type: event.type, data: event.data });
  const { orders, places, skus, returns } = namedBy(data);
  const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
  const [orderId, sku, place, returnId] = [only(orders), only(skus), only(places), only(returns)];
  return {
    ...(orderId !== undefined && { orderId }),
    ...(returnId !== undefined && { returnId }),
    ...(sku !== undefined && { sku }),
    ...(place && { location: place.location }),
  };
};
