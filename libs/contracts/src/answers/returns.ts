import { z } from 'zod';
import { ReturnPolicy, ReturnReasonCode } from '../facts/return-policy.ts';
import { Charge, Disposition } from '../inbound/shapes.ts';
import { amount, lineId, location, moment, orderId, sku, units } from './parts.ts';

const charges = z.array(Charge);

export const LineQuantity = z.object({ lineId, sku, quantity: units });

export const OrderReturn = z.object({
  returnId: z.string().describe('Names the return.'),
  location: location.optional().describe('Where the goods came back.'),
  at: moment.describe('When they did, UTC.'),
  refund: amount('What was given back: for the lines, less `charges`'),
  credited: amount('What is not due any more for it, where it was taken back at a desk').optional(),
  charges: charges
    .optional()
    .describe('Positive was charged with the return, negative was given back. Part of `refund`.'),
  lines: z.array(LineQuantity.extend({ disposition: Disposition })).describe('What came back.'),
});

/** Goods that may come back. */
export const ExpectedReturn = z.object({
  returnId: z.string().describe('Names the return.'),
  lines: z
    .array(LineQuantity.extend({ reason: ReturnReasonCode }))
    .describe('What may come back, and for what.'),
  worth: amount('What would be given back for all of it'),
  location: location.optional().describe('Where it is expected; anywhere where left out.'),
  until: moment.optional().describe('Until when it is expected, UTC.'),
  despite: z.string().optional().describe('Why it may come back although its time is over.'),
  note: z.string().optional().describe('What whoever takes it back should know.'),
});

/** A return as a command about it left it. */
export const ReturnAnswer = z.object({
  orderId,
  returnId: z.string().describe('Names the return, one of its order.'),
  status: z
    .enum(['authorised', 'received', 'called-off'])
    .describe('It may come back, it came back, or it is not to come any more.'),
  lines: z
    .array(
      LineQuantity.extend({
        reason: ReturnReasonCode.optional(),
        disposition: Disposition.optional(),
        worth: amount('What it is worth').optional(),
      }),
    )
    .describe('What may come back, or did.'),
  worth: amount('What is given back for all of it, less fees and with charges').optional(),
  until: moment.optional().describe('Until when it is expected, UTC.'),
});

/** Goods that went out for goods that came back. */
export const ExchangeAnswer = z.object({
  orderId,
  returnId: z.string().describe('The return that they went out for.'),
  refundId: z.string().describe('Names what the order gave back by it.'),
  exchangedFor: z.string().describe('The order or sale of what goes out instead.'),
  amount: amount('What came back paid of it'),
  toPay: amount('What the customer is still to pay for what goes out, less what other payments set aside'),
  toGiveBack: amount('What the order still owes the customer'),
});

/** For how long, for what and at what cost goods come back. */
export const ReturnPolicyAnswer = ReturnPolicy;
