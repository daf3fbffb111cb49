import { z } from 'zod';
import { Channel, HoldReason, Sku } from '../identifiers.ts';
import { Hold } from '../inbound/holds.ts';
import { Amount, Currency, Text } from '../inbound/shapes.ts';

/** What an order is like that a rule holds: all that is named is so. */
const HeldWhen = z
  .strictObject({
    channels: z.array(Channel).min(1).max(50).optional().describe('It came by one of these channels.'),
    totalFrom: z
      .strictObject({ amount: Amount.min(0).describe('Minor units.'), currency: Currency })
      .optional()
      .describe('Its total is this or more, in this currency.'),
    unitsFrom: z.int().min(1).max(1_000_000_000).optional().describe('It has this many units or more.'),
    skus: z.array(Sku).min(1).max(1_000).optional().describe('One of these is among its goods.'),
    isUnpaid: z.literal(true).optional().describe('Its payments set aside or took less than its total.'),
    isUnaddressed: z
      .literal(true)
      .optional()
      .describe(
        'Goods of it are to be sent, and its address has no country, or neither city nor postal code.',
      ),
    isGuest: z.literal(true).optional().describe('Its customer has no id.'),
  })
  .refine((when) => Object.keys(when).length > 0, 'Name at least one thing, or every order is held.');

export const HoldRule = z.strictObject({
  name: Text(100).describe('What people call the rule.'),
  when: HeldWhen.describe('Which orders it holds.'),
  reason: HoldReason,
  until: Hold.shape.until,
  note: Text(300).optional().describe('What whoever looks into it should know.'),
});
export type HoldRule = z.infer<typeof HoldRule>;

/** In turn: for one reason the first that holds an order counts. */
export const HoldRules = z.strictObject({
  rules: z.array(HoldRule).max(100).describe('Rules, in the order they are looked at.'),
});
export type HoldRules = z.infer<typeof HoldRules>;

export const holdRuleFacts = {
  /** In the stream `hold-rules`: what holds orders that are placed from then on. */
  'tributary.hold.rules-set.v1': HoldRules,
} as const;
