import { z } from 'zod';
import { Text } from '../inbound/shapes.ts';

/** Which facts of orders timelines leave out: what people set. Nothing is lost by it. */

/** Without these nobody understands an order: that it came about, and that it came to nothing. */
const alwaysTold = ['tributary.order.placed.', 'tributary.order.cancelled.', 'tributary.order.rejected.'];

const beginningOf = (name: string): string | undefined =>
  name.endsWith('*') ? name.slice(0, -1) : undefined;

/** Whether a fact’s type is the one named, or begins with what stands before its `*`. */
export const isTypeNamedBy = (name: string, type: string): boolean => {
  const beginning = beginningOf(name);
  return beginning === undefined ? type === name : type.startsWith(beginning);
};

const namesAlwaysTold = (name: string): boolean => {
  const beginning = beginningOf(name);
  return alwaysTold.some(
    (told) => (beginning ?? name).startsWith(told) || (beginning !== undefined && told.startsWith(beginning)),
  );
};
const typeName = z
  .string()
  .trim()
  .regex(/^[a-z0-9.-]{1,100}\*?$/, 'A type as timelines have it, or its beginning with a * at the end.')
  .refine(
    (name) => !namesAlwaysTold(name),
    'That an order was placed, cancelled or rejected is always told: name types without these.',
  );

const Value = z.union([z.string().max(200), z.number(), z.boolean()]);

/** Facts that are left out. */
export const TimelineRule = z.strictObject({
  ruleId: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'A rule is named by 1–40 lower-case letters, digits or hyphens.')
    .describe('Names the rule: `parcels-under-way`.'),
  types: z
    .array(typeName)
    .min(1)
    .max(50)
    .describe(
      'Types of facts, as timelines have them, or what they begin with: `tributary.order.payment-*`. That an order was placed, cancelled or rejected is always told.',
    ),
  sources: z
    .array(Text(200))
    .min(1)
    .max(50)
    .optional()
    .describe(
      'Only what one of these told, as `source` of a timeline has it; whoever told it where left out.',
    ),
  where: z
    .strictObject({
      field: z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/, 'A field of the fact’s data: letters and digits.')
        .describe('A field of the fact’s data, at its top: `status`.'),
      is: z.array(Value).min(1).max(50).describe('What it is, one of these; text to the letter.'),
    })
    .optional()
    .describe('Only facts that say this; whatever they say where left out.'),
  repeated: z
    .literal(true)
    .optional()
    .describe('Only where the order has a fact of that type already: the first is told.'),
  why: Text(300).describe('Why people need not read it.'),
});
export type TimelineRule = z.infer<typeof TimelineRule>;

/** In turn: the first rule that fits a fact leaves it out. A fact that no rule fits is told. */
export const TimelinePolicy = z.strictObject({
  rules: z
    .array(TimelineRule)
    .max(50)
    .refine(
      (rules) => new Set(rules.map(({ ruleId }) => ruleId)).size === rules.length,
      'Each rule has an id of its own.',
    )
    .describe('Rules, in the order they are looked at. Without any all is told.'),
});
export type TimelinePolicy = z.infer<typeof TimelinePolicy>;

export const timelinePolicyFacts = {
  /** In the stream `timeline-policy`: what timelines leave out from then on, of what was told before too. */
  'tributary.timeline.policy-set.v1': TimelinePolicy,
} as const;
