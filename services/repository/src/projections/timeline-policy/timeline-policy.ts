import type { TimelinePolicy } from '@tributary/contracts';
import type { Collection, Projection } from '@tributary/read-store';

/** The timeline policy in force, as the order service told it last. */
export interface TimelinePolicyInForce {
  readonly policy: TimelinePolicy;
  /** Of the stream that it is told in. */
  readonly version: number;
}

/** There is one document. */
export const timelinePolicyId = 'timeline-policy';

export const timelinePolicies: Collection<TimelinePolicyInForce> = {
  name: 'repository.timeline_policy',
  version: 1,
  fields: {},
  indexes: [],
};

export const policySettingTypes: readonly string[] = ['tributary.timeline.policy-set.v1'];

export const timelinePolicyInForce: Projection<TimelinePolicyInForce> = {
  collection: timelinePolicies,
  idOf: ({ type }) => (policySettingTypes.includes(type) ? timelinePolicyId : undefined),
  evolve: (before, { data, version }) =>
    before && before.version > version ? before : { policy: data as TimelinePolicy, version },
};
