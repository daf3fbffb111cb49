import { z } from 'zod';
import { Amount, LocationId, OrderId, PartId, Quantity, Sku, Text, Timestamp } from '../inbound/shapes.ts';
import { personal } from '../personal-mark.ts';

/** A reason for which goods come back, as rules and people name it. */
export const ReturnReasonCode = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    'A reason for a return is 1–40 lower-case letters, digits or hyphens, e.g. too-small.',
  )
  .describe('Why goods come back, a reason of the return policy.');

export const ReturnReason = z.strictObject({
  code: ReturnReasonCode,
  name: Text(100).describe('What people call it.'),
  days: z
    .int()
    .min(0)
    .max(3_650)
    .optional()
    .describe(
      'Days after the last delivery within which goods come back for it, where they are others than usual.',
    ),
  feePercent: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe(
      'Percent of what the goods are worth that is kept as a fee, rounded half up; nothing where left out.',
    ),
  givesBackCharges: z
    .boolean()
    .optional()
    .describe('Whether charges of the order, such as postage, are given back once all of it came back.'),
});
export type ReturnReason = z.infer<typeof ReturnReason>;

/** For how long, for what and at what cost goods come back. */
export const ReturnPolicy = z
  .strictObject({
    days: z.int().min(0).max(3_650).describe('Days after the last delivery within which goods come back.'),
    reasons: z.array(ReturnReason).min(1).max(50).describe('What goods may come back for.'),
    withdrawalDays: z
      .int()
      .min(0)
      .max(3_650)
      .optional()
      .describe(
        'Calendar days after the last of an order arrived in which a consumer may withdraw; 14 where left out.',
      ),
    noWithdrawal: z
      .strictObject({
        skus: z.array(Sku).max(10_000).optional().describe('Goods that are never withdrawn from.'),
      })
      .optional()
      .describe(
        'Goods without a right of withdrawal: made to order, or sealed for health or hygiene. None where left out.',
      ),
  })
  .refine(({ reasons }) => new Set(reasons.map(({ code }) => code)).size === reasons.length, {
    path: ['reasons'],
    error: 'Each reason has a code of its own.',
  });
export type ReturnPolicy = z.infer<typeof ReturnPolicy>;

/** What holds for withdrawals where a policy does not name the reason itself: no fee, and postage is given back. */
export const withdrawalReason: ReturnReason = {
  code: 'withdrawal',
  name: 'Withdrawal by the consumer',
  days: 14,
  givesBackCharges: true,
};

/** In force until another is set: 30 days, and 14 in which a consumer in the EU may withdraw. */
export const defaultReturnPolicy: ReturnPolicy = {
  days: 30,
  reasons: [
    { code: 'changed-mind', name: 'Changed their mind' },
    withdrawalReason,
    { code: 'too-small', name: 'Too small' },
    { code: 'too-large', name: 'Too large' },
    { code: 'damaged', name: 'Arrived damaged', days: 730, givesBackCharges: true },
    { code: 'faulty', name: 'Does not work', days: 730, givesBackCharges: true },
    { code: 'wrong-item', name: 'Not what was ordered', givesBackCharges: true },
    { code: 'late', name: 'Came too late', givesBackCharges: true },
  ],
};

const returnId = PartId.describe('Names the return, one of its order.');

export const AuthorisedLine = z.object({
  lineId: PartId.describe('The line of the order.'),
  sku: Sku,
  quantity: Quantity.describe('Units that may come back.'),
  reason: ReturnReasonCode,
});

export const returnPolicyFacts = {
  /** In the stream `return-policy`: what holds for returns that are authorised or taken back from now on. */
  'tributary.return.policy-set.v1': ReturnPolicy,
  'tributary.order.return-authorised.v1': z.object({
    orderId: OrderId,
    returnId,
    lines: z.array(AuthorisedLine).describe('What may come back.'),
    worth: Amount.describe('Minor units that would be given back for all of it, by the policy at that time.'),
    location: LocationId.optional().describe('Where it is to be brought or sent; anywhere where left out.'),
    until: Timestamp.optional().describe('Until when it is expected.'),
    despite: Text(300)
      .optional()
      .describe('Why it may come back although its time is over, in words for people.'),
    note: personal(z.string()).optional().describe('What whoever takes it back should know.'),
  }),
  'tributary.order.return-called-off.v1': z.object({
    orderId: OrderId,
    returnId,
    reason: z.string().optional().describe('Why, in words for people.'),
  }),
} as const;
