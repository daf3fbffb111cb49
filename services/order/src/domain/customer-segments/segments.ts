import type { FactOf, OrderFact, Segments } from '@tributary/contracts';

export type SegmentsEvent = FactOf<OrderFact, 'tributary.segment.defined.v1'>;

/** The stream of the segments that customers fall into. */
export const segmentsStream = 'segments';

export const noSegments: Segments = { segments: [] };

export const segmentsFold = {
  initialState: noSegments,
  evolve: (_: Segments, { data }: SegmentsEvent): Segments => data,
};
