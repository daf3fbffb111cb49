import { z } from 'zod';
import { CustomerLinked, IdentityKind } from '../inbound/customer-links.ts';
import { OrderRow } from './order.ts';
import { CustomerOnFile } from './overview.ts';
import { type Answer, amount, channel, currency, location, messageId, moment, sku, units } from './parts.ts';

const identity = {
  by: IdentityKind,
  value: z.string().describe('The id, the e-mail, the phone number or the loyalty number itself.'),
};

/** That an identity is the same person as a customer, as somebody said. */
export const CustomerLink = z.object({
  customerId: CustomerLinked.shape.customerId,
  why: CustomerLinked.shape.why,
  evidence: CustomerLinked.shape.evidence,
  linkedBy: z.string().describe('Who said so: `role:keyId` of a key, or whom the message names.'),
  linkedAt: moment.describe('When it was said, UTC.'),
});

/** What was said of an identity and a customer. */
export const CustomerLinkAnswer = z.object({
  ...CustomerLinked.shape,
  linked: z.boolean().describe('Whether they are the same person.'),
  at: moment.describe('When it was said, UTC.'),
  messageId,
});

/** What is known of one customer over all channels and stores. */
export const CustomerOverview = z.object({
  customer: CustomerOnFile.omit({ orders: true })
    .optional()
    .describe('As the customer file tells; left out for somebody whom only orders tell of.'),
  askedAs: z
    .object(identity)
    .optional()
    .describe('What was asked for, where that is linked into this customer.'),
  foundBy: z
    .array(
      z.object({
        ...identity,
        orders: units.describe('Orders that were found by it alone.'),
        why: z
          .enum(['itself', 'on-file', 'linked'])
          .describe(
            'Why it is theirs: it is who this is; the customer file has it, of orders that name nobody else’s id; somebody linked it.',
          ),
        links: z
          .array(CustomerLink)
          .optional()
          .describe('Who linked it with which customer, the newest first; left out where nobody did.'),
      }),
    )
    .describe('By what the orders below are taken to be theirs.'),
  moreIdentities: z
    .literal(true)
    .optional()
    .describe('Links lead on to others that nothing here counts: at most 20 are followed.'),
  mayAlsoBe: z
    .array(
      z.object({
        ...identity,
        name: z.string().optional().describe('What an order or the customer file calls them.'),
        orders: units.describe('Orders that name a shared e-mail or phone number and are theirs.'),
        shared: z
          .array(
            z.object({
              ...identity,
              orders: units.describe('Of these orders, those that name it.'),
              onFile: z.boolean().describe('Whether the customer file names it.'),
            }),
          )
          .describe('E-mails and phone numbers of this customer that they share.'),
      }),
    )
    .describe(
      'Who may be the same person and is not linked, at most 10: nothing here counts them. Looked for by at most 10 e-mails and phone numbers of the customer file, of links and of orders, in the customer file and on the newest orders that name them: 400 of an e-mail, 200 of a phone number.',
    ),
  orders: z
    .object({
      count: units.describe('All that were counted.'),
      open: units.describe('Of these, those of which something is still to leave.'),
      cancelled: units.describe('Of these, those that were cancelled whole or refused.'),
      first: moment.optional().describe('When the first was placed, UTC.'),
      last: moment.optional().describe('When the last was placed, UTC.'),
      everyDays: z
        .number()
        .optional()
        .describe('Days between one and the next, on average; left out for fewer than two.'),
      more: z.literal(true).optional().describe('There are older ones that nothing here counts.'),
    })
    .describe('How much they ordered, and how often.'),
  value: z
    .array(
      z.object({
        currency,
        ordered: amount('What came due of orders that stand'),
        paid: amount('What was taken'),
        refunded: amount('What was given back'),
        average: amount('What came due for an order that stands, on average'),
      }),
    )
    .describe('What they are worth, by currency.'),
  channels: z
    .array(z.object({ channel, orders: units.describe('Orders over it.') }))
    .describe('Where they order, most often first.'),
  stores: z
    .array(z.object({ location, orders: units.describe('Orders bought or collected there.') }))
    .describe('Stores that they buy or collect at, most often first.'),
  goods: z
    .array(
      z.object({
        sku,
        name: z.string().optional().describe('What an order named it last.'),
        units: units.describe('Units that were ordered and not cancelled.'),
        returned: units.describe('Of these, units that came back.'),
        orders: units.describe('Orders that it is on.'),
        last: moment.describe('When it was ordered last, UTC.'),
      }),
    )
    .describe('What they order most, at most 20.'),
  returns: z
    .object({
      orders: units.describe('Orders of which something came back.'),
      units: units.describe('Units that came back.'),
      ofUnits: units.describe('Units that had left.'),
    })
    .describe('What comes back.'),
  open: z.array(OrderRow).describe('The newest open orders, at most 10.'),
  newest: z.array(OrderRow).describe('The newest orders, at most 10.'),
});
export type CustomerOverview = Answer<typeof CustomerOverview>;
