import { z } from 'zod';
import { HoldReason } from '../identifiers.ts';
import { personal } from '../personal-mark.ts';
import { OrderId, Text } from './shapes.ts';

const note = (what: string) => personal(Text(300)).optional().describe(what);

/** What keeps an order from being sourced until somebody, or the fact it waits for, releases it. */
export const Hold = z.strictObject({
  reason: HoldReason,
  note: note('What whoever looks into it should know.'),
  until: z
    .enum(['paid', 'addressed'])
    .optional()
    .describe(
      'Releases it by itself: when its payments set aside or took all of its total, or when it is given another address. Left out, somebody releases it.',
    ),
});
export type Hold = z.infer<typeof Hold>;

/** An order has one hold for a reason: of what is told for it, what happened last counts. */
export const HoldRequested = z.strictObject({ orderId: OrderId, ...Hold.shape });

export const ReleaseRequested = z.strictObject({
  orderId: OrderId,
  reason: HoldReason,
  note: note('What was found.'),
});
