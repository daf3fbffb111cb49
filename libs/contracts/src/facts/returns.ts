import { z } from 'zod';
import {
  Amount,
  BusinessDate,
  Charge,
  Currency,
  Customer,
  Decimal,
  Disposition,
  LocationId,
  OrderId,
  PartId,
  Quantity,
  ReturnId,
  Sku,
} from '../inbound/shapes.ts';
import { Serials } from '../inbound/serials.ts';
import { ReturnReasonCode } from './return-policy.ts';
import { keptMessage } from './kept-message.ts';
import { LineSerials } from './serials.ts';

/** Goods that came back: the order service's facts in the stream of an order, of a receipt or of a return. */

const orderId = { orderId: OrderId };
const lineId = PartId.describe('The line of the order.');
const reason = z.string().describe('Why, in words for people.');
const returnId = ReturnId.describe(
  'Names the return; one that a receipt told of has the id of the receipt’s order.',
);
const returnedTo = LocationId.optional().describe('Where the goods came back; left out, no stock moves.');
const refundOfLine = Amount.optional().describe('Minor units that were given back for the line.');
const refundInAll = Amount.describe('Minor units that were given back in all: for the lines, less charges.');

export const returnFacts = {
  'tributary.order.returned.v1': z.object({
    ...orderId,
    returnId,
    location: returnedTo,
    lines: z
      .array(
        z.object({
          lineId,
          sku: Sku,
          quantity: Quantity,
          beyond: Quantity.optional().describe(
            'Of the quantity, what came back beyond the units that left and are wanted or cancelled ones.',
          ),
          disposition: Disposition,
          reason: ReturnReasonCode.optional(),
          refund: refundOfLine,
        }),
      )
      .describe('What came back.'),
    serials: LineSerials.optional().describe(
      'Serial numbers of what came back, by line; left out where none was told.',
    ),
    charges: z
      .array(Charge)
      .optional()
      .describe('As told: positive was charged with the return, negative was given back. Part of `refund`.'),
    refund: refundInAll,
    credited: Amount.min(0)
      .optional()
      .describe(
        'Minor units that are not due any more for it, whether they were paid or not: goods that were taken back at a desk, by the return policy. `refund` is then nothing: giving money back is told by itself.',
      ),
    reason: reason.optional(),
  }),
  /** In the stream of a receipt, which is an order only where it sells something, too: what came back on it. */
  'tributary.order.goods-taken-back.v1': z.object({
    orderId: OrderId.describe('The receipt; the return is named by it, too.'),
    location: LocationId.describe('The store whose till it was.'),
    businessDate: BusinessDate.optional(),
    currency: Currency,
    lines: z
      .array(
        z.object({
          lineId: PartId.describe('The line of the receipt.'),
          returnOf: z
            .object({
              orderId: OrderId.describe('The earlier order or receipt.'),
              lineId: lineId.optional(),
            })
            .optional()
            .describe('What the goods were of; left out for a blind return.'),
          sku: Sku,
          quantity: Quantity,
          disposition: Disposition,
          refund: Amount.describe('Minor units that were given for the line.'),
          serials: Serials.optional(),
        }),
      )
      .describe('What came back.'),
    refund: refundInAll,
    givenBy: z
      .array(
        z.object({
          method: z
            .string()
            .describe('`exchange`: it paid for what the receipt sold; else by what it was paid out.'),
          amount: Amount.describe('Minor units; below zero, what was paid for the return.'),
        }),
      )
      .describe('How the refund was given, as far as that was known.'),
  }),
  /** In its own stream `return-<returnId>`: goods that came back and belong to no known order. */
  'tributary.return.unmatched.v1': z.object({
    returnId,
    location: returnedTo,
    currency: Currency,
    customer: Customer.optional().describe('Who brought them back.'),
    lines: z
      .array(
        z.object({
          sku: Sku,
          name: z.string().optional().describe('What the good is called.'),
          quantity: Quantity,
          unitPrice: Decimal.optional(),
          refund: refundOfLine,
          disposition: Disposition,
          reason: ReturnReasonCode.optional(),
          serials: Serials.optional(),
        }),
      )
      .describe('What came back.'),
    charges: z
      .array(Charge)
      .describe('Positive was charged with the return, negative was given back. Part of `refund`.'),
    refund: refundInAll,
    givenAs: z
      .string()
      .optional()
      .describe('How the refund was given, where that is known: `cash`, `store-credit`.'),
    reason: reason.optional(),
  }),
  /** A blind return told again: it counts once. */
  'tributary.return.fact-ignored.v1': z.object({
    returnId,
    ...keptMessage,
    code: z.string().describe('Why it has no effect, for programs.'),
    reason,
  }),
} as const;
