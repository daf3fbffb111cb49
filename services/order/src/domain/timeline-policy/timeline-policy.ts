import type { FactOf, OrderFact, TimelinePolicy } from '@tributary/contracts';

export type TimelinePolicyEvent = FactOf<OrderFact, 'tributary.timeline.policy-set.v1'>;

/** The stream of what timelines leave out. */
export const timelinePolicyStream = 'timeline-policy';

export const allIsTold: TimelinePolicy = { rules: [] };

export const timelinePolicyFold = {
  initialState: allIsTold,
  evolve: (_: TimelinePolicy, { data }: TimelinePolicyEvent): TimelinePolicy => data,
};
