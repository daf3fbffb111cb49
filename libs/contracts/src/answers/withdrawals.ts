import { z } from 'zod';
import { amount, currency, lineId, moment, orderId, orderNumber, sku, units } from './parts.ts';
import { LineQuantity } from './returns.ts';

const withdrawalId = z.string().describe('Names the withdrawal, one of its order.');
const declaredAt = moment.describe('When the consumer declared it, UTC.');
const returnId = z
  .string()
  .optional()
  .describe('The return by which goods are sent back; left out where none had left.');

/** A withdrawal, as the page of its order lists it. */
export const OrderWithdrawal = z.object({
  withdrawalId,
  declaredAt,
  lines: z.array(LineQuantity).describe('What the consumer withdrew from.'),
  returnId,
});

/** What acknowledges a withdrawal to the consumer who declared it (Directive 2011/83/EU, article 11a). */
export const WithdrawalReceipt = z.object({
  withdrawalId,
  orderId,
  number: orderNumber,
  declaredAt,
  receivedAt: moment.describe('When it was received here, UTC.'),
  name: z.string().optional().describe('Who declared it.'),
  contact: z.string().optional().describe('The e-mail address that the receipt goes to.'),
  statement: z.string().optional().describe('What they declared, in their own words.'),
  lines: z
    .array(
      z.object({
        lineId,
        sku,
        name: z.string().optional().describe('What the customer saw the good called.'),
        quantity: units.describe('Units that they withdraw from.'),
        cancelled: units.describe('Of these, units that had not left: they are cancelled.'),
        toSendBack: units.describe('Of these, units that the customer sends back.'),
      }),
    )
    .describe('What they withdraw from, and what becomes of it.'),
  returnId,
  sendBackBy: moment.optional().describe('Until when goods are to be sent back, UTC.'),
  currency,
  worth: amount('What is given back for all of it, or is due no longer'),
  text: z.string().describe('All of it in words, line by line, to be mailed or printed as it is.'),
});
export type WithdrawalReceipt = z.infer<typeof WithdrawalReceipt>;
