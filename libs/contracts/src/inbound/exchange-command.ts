import { z } from 'zod';
import { personal } from '../personal-mark.ts';
import { checkGoods, fault } from './goods.ts';
import { exchange } from './sales.ts';
import {
  Address,
  Amount,
  Channel,
  Charge,
  Currency,
  Customer,
  LocationId,
  OrderLine,
  OrderNumber,
  Payment,
  Text,
} from './shapes.ts';

const asked = z.strictObject({
  channel: Channel.describe('The channel of the order or sale that goes out instead.'),
  number: OrderNumber.describe('Its number; unique within its channel.'),
  location: LocationId.optional().describe(
    'The store that the goods are carried out of at once; left out, they are ordered: sent, or collected.',
  ),
  currency: Currency.describe('That of the order that came back.'),
  customer: Customer.optional().describe('Who takes them.'),
  shipTo: Address.optional().describe('Where lines are sent that are shipped.'),
  lines: z
    .array(OrderLine.omit({ attributes: true }))
    .min(1)
    .max(2_000)
    .describe('What goes out instead.'),
  charges: z.array(Charge).max(200).optional().describe('Charges and discounts of all of it.'),
  payments: z
    .array(Payment)
    .max(49)
    .optional()
    .describe('What is paid for it beside what came back, as far as that is known.'),
  total: Amount.min(0)
    .optional()
    .describe('Minor units: all of it, as it was shown; when given it must equal lines + charges.'),
  note: personal(Text(2_000)).optional().describe('What the customer wants to be noted.'),
});
type Asked = z.infer<typeof asked>;

/** Other goods go out for goods that were taken back at a desk: what is owed for those pays for these. */
export const ExchangeReturn = asked.superRefine((data, context) => {
  checkGoods(data, context);
  data.payments?.forEach(({ paymentId }, index) => {
    if (paymentId === exchange)
      fault(
        context,
        ['payments', index, 'paymentId'],
        `\`${exchange}\` names what is paid with goods that came back.`,
      );
  });
  if (data.location !== undefined) checkCarriedOut(data, context);
});
export type ExchangeReturn = Asked;

/** What is carried out is there already, and nothing of it is still to be sent, collected or promised. */
const checkCarriedOut = (data: Asked, context: z.RefinementCtx<Asked>): void => {
  const message = 'Goods that are carried out have none: leave it out, or `location`.';
  for (const field of ['shipTo', 'note'] as const)
    if (data[field] !== undefined) fault(context, [field], message);
  data.lines.forEach((line, index) => {
    for (const field of ['method', 'pickupAt', 'promisedBy'] as const)
      if (line[field] !== undefined) fault(context, ['lines', index, field], message);
  });
};
