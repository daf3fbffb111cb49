import { z } from 'zod';
import { Amount, OrderId, PartId, Quantity, Sku, Text, Timestamp } from '../inbound/shapes.ts';
import { personal } from '../personal-mark.ts';

/** A consumer's withdrawal from the contract: the order service's fact in the stream of an order. */

const WithdrawnLine = z.object({
  lineId: PartId.describe('The line of the order.'),
  sku: Sku,
  quantity: Quantity,
});

/** Who declared it and how, as a shop or somebody at a desk tells it. */
export const declarationParts = {
  name: personal(Text(200)).optional().describe('Who declared it.'),
  contact: personal(
    Text(254).regex(/^[^\s@]+@[^\s@]+$/u, 'A receipt goes to an e-mail address, e.g. ann@example.com.'),
  )
    .optional()
    .describe('The e-mail address that the receipt goes to.'),
  statement: personal(Text(2_000)).optional().describe('What they declared, in their own words.'),
};

export const withdrawalFacts = {
  /** Recorded together with what becomes of it: units that are cancelled, and units that may come back. */
  'tributary.order.withdrawn.v1': z.object({
    orderId: OrderId,
    withdrawalId: PartId.describe('Names the withdrawal, one of its order: `W-1`, `W-2` …'),
    declaredAt: Timestamp.describe('When the consumer declared it, UTC.'),
    lines: z.array(WithdrawnLine).describe('What the consumer withdraws from.'),
    cancelled: z
      .array(WithdrawnLine)
      .describe('Of these, what had not left: it is cancelled. The others are expected back.'),
    returnId: PartId.optional().describe(
      'The return by which the others come back; left out where none had left.',
    ),
    sendBackBy: Timestamp.optional().describe('Until when they are to be sent back.'),
    worth: Amount.describe('Minor units that are given back for all of it, or are due no longer.'),
    ...declarationParts,
  }),
} as const;
