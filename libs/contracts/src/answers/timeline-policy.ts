import { z } from 'zod';
import { TimelinePolicy, TimelineRule } from '../facts/timeline-policy.ts';
import { type Answer, orderId, units } from './parts.ts';

export const TimelinePolicyAnswer = TimelinePolicy;

const facts = units.describe('Facts that were looked at: of each order the first 1,000.');

/** What a policy would leave out of timelines. */
export const TimelinePreview = z.object({
  orders: units.describe('Orders that were looked at: those placed last, at most 200.'),
  facts,
  told: units.describe('Of these facts, those that would be told.'),
  rules: z
    .array(
      z.object({
        ruleId: TimelineRule.shape.ruleId,
        facts: units.describe('Facts that the rule leaves out.'),
        share: z.number().min(0).max(100).describe('These, of a hundred facts looked at, to one decimal.'),
        types: z
          .array(
            z.object({
              type: z.string().describe('What happened, e.g. `tributary.order.tracked.v1`.'),
              facts: units.describe('Facts of that type that the rule leaves out.'),
            }),
          )
          .describe('What it leaves out, the most first.'),
      }),
    )
    .describe('The rules, in the order they were sent in; a fact counts for the first that fits it.'),
  most: z
    .array(z.object({ orderId, facts, leftOut: units.describe('Of these, those left out.') }))
    .describe('The orders of which most is left out, at most 5.'),
});
export type TimelinePreview = Answer<typeof TimelinePreview>;
