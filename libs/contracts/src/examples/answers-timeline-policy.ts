import type * as timelinePolicyAnswersOf from '../answers/timeline-policy.ts';
import { orderId } from './story.ts';
import { timelinePolicy } from './timeline-policy.ts';
import type { ExamplesOf } from './with-examples.ts';

export const timelinePolicyAnswers: ExamplesOf<typeof timelinePolicyAnswersOf> = {
  TimelinePolicyAnswer: [timelinePolicy],
  TimelinePreview: [
    {
      orders: 200,
      facts: 1_840,
      told: 1_610,
      rules: [
        {
          ruleId: 'parcels-under-way',
          facts: 230,
          share: 12.5,
          types: [{ type: 'tributary.order.tracked.v1', facts: 230 }],
        },
        { ruleId: 'later-packing', facts: 0, share: 0, types: [] },
      ],
      most: [{ orderId, facts: 14, leftOut: 5 }],
    },
  ],
};
