import { z } from 'zod';
import { personal } from '../personal-mark.ts';
import { AttributeChanges } from './attributes.ts';
import {
  Address,
  Charge,
  Customer,
  Decimal,
  LocationId,
  OrderLine,
  PartId,
  PromisedBy,
  Text,
} from './shapes.ts';

const kind = <K extends string>(name: K, meaning: string) => z.literal(name).describe(meaning);
const lineId = PartId.describe('The line of the order.');
const price = Decimal.refine((text) => !text.startsWith('-'), 'A price is not below zero.');

interface Way {
  readonly method?: string | undefined;
  readonly pickupAt?: string | undefined;
}
/** A pickup says where, and nothing else does. */
const isPlaced = ({ method, pickupAt }: Way): boolean => (method === 'pickup') === (pickupAt !== undefined);
const placed = {
  path: ['pickupAt'],
  error: 'A pickup names the location where it is collected, and only a pickup does.',
};

/** A line that joins an order; its amount is quantity × unit price, rounded half-even. */
export const AddedLine = OrderLine.omit({ amount: true, amountOverride: true })
  .extend({ unitPrice: price })
  .refine(isPlaced, placed);

/** One thing that is to be different about an order. */
export const OrderChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: kind('add-line', 'A good more.'),
    line: AddedLine.describe('The line that joins, under an id that the order does not have.'),
  }),
  z.strictObject({
    kind: kind('set-quantity', 'Other units of a line; 0 takes it out.'),
    lineId,
    quantity: z
      .int()
      .min(0)
      .max(1_000_000_000)
      .describe('Units that are wanted from now on, those that left among them, cancelled ones not.'),
  }),
  z.strictObject({
    kind: kind('set-price', 'Another price, for all units of a line.'),
    lineId,
    unitPrice: price,
    reason: Text(300).describe('Why it costs more or less, in words for people.'),
  }),
  z
    .strictObject({
      kind: kind('set-method', 'What is still open of a line is sent, or is collected.'),
      lineId,
      method: z.enum(['ship', 'pickup']).describe('How it reaches the customer from now on.'),
      pickupAt: LocationId.optional().describe('The location where it is collected.'),
    })
    .refine(isPlaced, placed),
  z.strictObject({
    kind: kind('set-promise', 'The customer was promised another moment.'),
    lineId: lineId.optional().describe('The line of the order; left out, every line that has open units.'),
    promisedBy: PromisedBy,
  }),
  z.strictObject({
    kind: kind('set-attributes', 'Attributes of the order, or of a line.'),
    lineId: lineId.optional().describe('The line of the order; left out for the order itself.'),
    attributes: AttributeChanges,
  }),
  z.strictObject({
    kind: kind('deliver-to', 'It is sent to another address.'),
    shipTo: Address.describe('Where it is sent now.'),
  }),
  z.strictObject({
    kind: kind('contact', 'Who bought, and how they are reached.'),
    customer: Customer.describe('In the place of what was known.'),
  }),
  z.strictObject({
    kind: kind('add-charge', 'A charge, or a discount, of the whole order.'),
    charge: Charge.describe('What joins: positive is charged, negative is given.'),
  }),
  z.strictObject({
    kind: kind('note', 'Another note.'),
    note: personal(Text(2_000)).describe('In the place of what was written with the order.'),
  }),
]);
export type OrderChange = z.infer<typeof OrderChange>;

/** Changes of an order that are made together or not at all, each on what the ones before it leave. */
export const ChangeOrder = z.strictObject({
  changes: z.array(OrderChange).min(1).max(200).describe('What is to be different.'),
  reason: Text(300).optional().describe('Why, in words for people.'),
});
export type ChangeOrder = z.infer<typeof ChangeOrder>;
