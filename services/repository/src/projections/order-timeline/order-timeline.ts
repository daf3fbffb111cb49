import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Projection } from '@tributary/read-store';
import { type TimelineEvent, summaryOf } from './summary.ts';

/** What happened to an order, in the order it was recorded. */
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
  readonly actor?: string;
  readonly summary: string;
  readonly data: unknown;
  readonly version: number;
}

export const orderTimelines: Collection<OrderTimeline> = {
  name: 'repository.timelines',
  version: 1,
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
    const { candidates, request: _, ...rest } = data;
    return { ...rest, candidates: candidates.length };
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
  evolve: (before, event) => ({ items: [...(before?.items ?? []), entry(event)] }),
};
