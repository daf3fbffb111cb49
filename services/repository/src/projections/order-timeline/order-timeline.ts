import type { TimelineEntry } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Projection } from '@tributary/read-store';
import { type TimelineEvent, summaryOf } from './summary.ts';
import { typicalPage } from './typical-page.ts';

/**
 * A page of what happened to an order: a fact writes its own page alone, so that it costs the same
 * however many were told before. The facts of an order and those of its sourcing lie on pages of their
 * own, by their versions; who reads them puts them in one order, see `precedesSourcing`.
 */
export interface TimelinePage {
  readonly facts: readonly KeptFact[];
}

/** A fact as it was told: an order can be folded from its own again, as it was at any moment. */
export type KeptFact = Pick<RecordedEvent, 'id' | 'type' | 'time' | 'recordedTime' | 'version' | 'data'> & {
  readonly metadata: Pick<
    RecordedEvent['metadata'],
    'source' | 'origin' | 'actor' | 'submittedBy' | 'imported'
  >;
};

export type TimelineSide = 'order' | 'sourcing';

export const factsOnPage = 50;

/** The page with the fact of a version; versions of each side are counted from 1. */
export const timelinePageId = (side: TimelineSide, orderId: string, version: number): string =>
  `${side}/${Math.floor((version - 1) / factsOnPage)}/${orderId}`;

export const timelinePages: Collection<TimelinePage> = {
  name: 'repository.timelines',
  version: 4,
  fields: {},
  indexes: [],
  packed: { typical: typicalPage },
};

/** Of a decision, what sourcing itself is asked for is left out: candidates are counted. */
const keptData = ({ type, data }: TimelineEvent): unknown => {
  if (type !== 'tributary.sourcing.decided.v1') return data;
  const { candidates, others = [], request: _, ...rest } = data;
  const counted = others.reduce((sum, { locations }) => sum + locations, 0);
  return { ...rest, candidates: candidates.length + counted };
};

const kept = (event: RecordedEvent): KeptFact => {
  const { id, type, time, recordedTime, version, metadata } = event;
  const { source, origin, actor, submittedBy, imported } = metadata;
  return {
    id,
    type,
    time,
    recordedTime,
    version,
    data: keptData(event as unknown as TimelineEvent),
    metadata: {
      source,
      ...(origin && { origin }),
      ...(actor && { actor }),
      ...(submittedBy && { submittedBy }),
      ...(imported && { imported }),
    },
  };
};

/** The goods of a placed order are on its page; the entry counts them. */
const toldData = (fact: KeptFact): unknown => {
  const { type, data } = fact as unknown as TimelineEvent;
  if (type !== 'tributary.order.placed.v2') return data;
  const { lines, charges: _, ...rest } = data;
  return { ...rest, lines: lines.length };
};

/** A fact as people read it. */
export const entryOf = (fact: KeptFact): TimelineEntry => {
  const { id, type, time, recordedTime, version, metadata } = fact;
  return {
    eventId: id,
    type,
    at: time,
    recordedAt: recordedTime,
    source: metadata.origin ?? metadata.source,
    ...(metadata.actor && { actor: metadata.actor }),
    ...(metadata.submittedBy && { submittedBy: metadata.submittedBy }),
    summary: summaryOf(fact as unknown as TimelineEvent),
    data: toldData(fact),
    version,
  };
};

/** What the order's own facts say already. */
const toldByTheOrder = new Set([
  'tributary.sourcing.paused.v1',
  'tributary.sourcing.resumed.v1',
  'tributary.sourcing.request-changed.v1',
]);

const sideOf = (type: string): TimelineSide | undefined => {
  if (type.startsWith('tributary.order.')) return 'order';
  if (toldByTheOrder.has(type)) return undefined;
  return type.startsWith('tributary.sourcing.') ? 'sourcing' : undefined;
};

export const orderTimeline: Projection<TimelinePage> = {
  collection: timelinePages,
  idOf: ({ type, data, version }) => {
    const side = sideOf(type);
    return side && timelinePageId(side, (data as { orderId: string }).orderId, version);
  },
  evolve: (before, event) => ({ facts: [...(before?.facts ?? []), kept(event)] }),
};

/**
 * Whether a fact of an order stands before one of its sourcing: by when they were recorded. Recorded in
 * one millisecond, a decision stands between what it answers and what follows.
 */
export const precedesSourcing = (fact: KeptFact, decision: KeptFact): boolean =>
  fact.recordedTime === decision.recordedTime
    ? isUntilPlaced(fact)
    : fact.recordedTime < decision.recordedTime;

const isUntilPlaced = ({ type, data }: KeptFact): boolean =>
  type === 'tributary.order.placed.v2' ||
  (type === 'tributary.order.fact-parked.v1' && (data as { waitsFor: string }).waitsFor === 'capture');
