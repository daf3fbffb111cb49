import { factSummaries } from './facts/summaries.ts';
import { TimelinePolicy, isTypeNamedBy } from './facts/timeline-policy.ts';

const onTimelines = Object.keys(factSummaries).filter((type) => /^tributary\.(order|sourcing)\./.test(type));

/** A timeline policy as it is set: what it names there is, so that a slip of the hand is noticed. */
export const SetTimelinePolicy = TimelinePolicy.superRefine(({ rules }, { addIssue }) => {
  for (const [rule, { types }] of rules.entries())
    for (const [at, name] of types.entries())
      if (!onTimelines.some((type) => isTypeNamedBy(name, type)))
        addIssue({
          code: 'custom',
          path: ['rules', rule, 'types', at],
          message: 'No fact on timelines is called so: `tributary.order.tracked.v1` is one.',
        });
});
