import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Projection } from '@tributary/read-store';
import { type TimelineEvent, summaryOf } from './summary.ts';

/** What happened to an order, by when it was recorded. */
export interface OrderTimeline {
  readonly items: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly eventId: string;
  readonly type: string;
  /** When it happened and when it was recorded, UTC ISO 8601. */
  readonly at: string;
  readonly recordedAt: string;
  readonly source: string;
  /** Role and id of the key that did it; where `submittedBy` is set, whom its message names. */
  readonly actor?: string;
  /** Role and id of the key that handed the message in, where it names somebody else as its actor. */
  readonly submittedBy?: string;
  readonly summary: string;
  readonly data: unknown;
  readonly version: number;
}

export const orderTimelines: Collection<OrderTimeline> = {
  name: 'repository.timelines',
  version: 2,
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

export const orderTimeline: Projection<OrderTimeline> = {
  collection: orderTimelines,
  idOf: ({ type, data }) =>
    type.startsWith('tributary.order.') || type.startsWith('tributary.sourcing.')
      ? (data as { orderId: string }).orderId
      : undefined,
  evolve: (before, event) => ({ items: inserted(before?.items ?? [], entry(event)) }),
};

/**
 * By when it was recorded, whichever service's news came first: orders and decisions come on topics of
 * their own. Recorded in one millisecond, a decision stands between what it answers and what follows;
 * the id decides last, so that no two entries are without an order.
 */
const inserted = (items: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] => {
  let at = items.length;
  while (at > 0 && precedes(entry, items[at - 1]!)) at -= 1;
  return items.toSpliced(at, 0, entry);
};

const precedes = (a: TimelineEntry, b: TimelineEntry): boolean => {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt;
  const before = stepOf(a) - stepOf(b) || a.version - b.version;
  return before === 0 ? a.eventId < b.eventId : before < 0;
};

const stepOf = ({ type, data }: TimelineEntry): number => {
  if (type.startsWith('tributary.sourcing.')) return 1;
  const untilPlaced =
    type === 'tributary.order.placed.v2' ||
    (type === 'tributary.order.fact-parked.v1' && (data as { waitsFor: string }).waitsFor === 'capture');
  return untilPlaced ? 0 : 2;
};
