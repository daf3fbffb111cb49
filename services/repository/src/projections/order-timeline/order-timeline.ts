import type { TimelineEntry } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Projection } from '@tributary/read-store';
import { type TimelineEvent, summaryOf } from './summary.ts';

/**
 * A page of what happened to an order: a fact writes its own page alone, so that it costs the same
 * however many were told before. The facts of an order and those of its sourcing lie on pages of their
 * own, by their versions; who reads them puts them in one order, see `precedesSourcing`.
 */
export interface TimelinePage {
  readonly items: readonly TimelineEntry[];
}

export type TimelineSide = 'order' | 'sourcing';

export const entriesOnPage = 50;

/** The page with the entry of a version; versions of each side are counted from 1. */
export const timelinePageId = (side: TimelineSide, orderId: string, version: number): string =>
  `${side}/${Math.floor((version - 1) / entriesOnPage)}/${orderId}`;

export const timelinePages: Collection<TimelinePage> = {
  name: 'repository.timelines',
  version: 3,
  fields: {},
  indexes: [],
};

/** The goods of a placed order and the candidates of a decision are on their own pages; the entry keeps what is not. */
const kept = ({ type, data }: TimelineEvent): unknown => {
  if (type === 'tributary.order.placed.v2') {
    const { lines, charges: _, ...rest } = data;
    return { ...rest, lines: lines.length };
  }
  if (type === 'tributary.sourcing.decided.v1') {
    const { candidates, others = [], request: _, ...rest } = data;
    const counted = others.reduce((sum, { locations }) => sum + locations, 0);
    return { ...rest, candidates: candidates.length + counted };
  }
  return data;
};

const entry = (event: RecordedEvent): TimelineEntry => {
  const { id, type, time, recordedTime, version, metadata } = event;
  const fact = event as unknown as TimelineEvent;
  return {
    eventId: id,
    type,
    at: time,
    recordedAt: recordedTime,
    source: metadata.origin ?? metadata.source,
    ...(metadata.actor && { actor: metadata.actor }),
    ...(metadata.submittedBy && { submittedBy: metadata.submittedBy }),
    summary: summaryOf(fact),
    data: kept(fact),
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
  evolve: (before, event) => ({ items: [...(before?.items ?? []), entry(event)] }),
};

/**
 * Whether a fact of an order stands before one of its sourcing: by when they were recorded. Recorded in
 * one millisecond, a decision stands between what it answers and what follows.
 */
export const precedesSourcing = (fact: TimelineEntry, decision: TimelineEntry): boolean =>
  fact.recordedAt === decision.recordedAt ? isUntilPlaced(fact) : fact.recordedAt < decision.recordedAt;

const isUntilPlaced = ({ type, data }: TimelineEntry): boolean =>
  type === 'tributary.order.placed.v2' ||
  (type === 'tributary.order.fact-parked.v1' && (data as { waitsFor: string }).waitsFor === 'capture');
