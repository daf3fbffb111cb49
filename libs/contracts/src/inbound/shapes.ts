import { z } from 'zod';
import { Timestamp, BusinessDate } from '../envelope.ts';
import { Channel, LocationId, OrderId, OrderNumber, PartId, ReturnId, Sku } from '../identifiers.ts';
import { Amount, Currency, Decimal } from '../money.ts';
import { personal } from '../personal-mark.ts';
import { Attributes } from './attributes.ts';

/** Shapes that several inbound messages and facts share. Objects are strict: a misspelt field is an error, never ignored. */

export const Quantity = z.number().int().positive().max(1_000_000_000).describe('Units, a whole number.');
/** Units of a receipt: below zero they came back. */
export const SoldQuantity = z
  .number()
  .int()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .refine((units) => units !== 0, 'Some units were sold or came back: not 0.')
  .describe('Units that were sold, a whole number; below zero, units that came back.');
export const Text = (max: number) => z.string().trim().min(1).max(max);

export const Coordinates = z.strictObject({
  latitude: z.number().min(-90).max(90).describe('Degrees north of the equator, WGS 84.'),
  longitude: z.number().min(-180).max(180).describe('Degrees east of Greenwich, WGS 84.'),
});
export type Coordinates = z.infer<typeof Coordinates>;

/**
 * Contact details are text and cost no order: they are kept as they were told, never cut, whatever their
 * form. What is empty is left out.
 */
const ContactText = z.string().trim().max(2_000);
const CustomerId = z.string().trim().max(128);

export const withoutEmpty = <T extends object>(parts: T): T =>
  Object.values(parts).includes('')
    ? (Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== '')) as T)
    : parts;

const addressParts = {
  name: ContactText.optional().describe('Of the person or the firm there.'),
  street: ContactText.optional().describe('Street and house number.'),
  city: ContactText.optional().describe('Town or city.'),
  region: ContactText.optional().describe('State, county or province.'),
  postalCode: ContactText.optional().describe('Postal code, as it is written there.'),
  country: ContactText.overwrite((text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text))
    .optional()
    .describe('ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.'),
  coordinates: Coordinates.optional().describe('Where that is: distances are measured from there.'),
};

/** Where a location of the network is: nobody's home. */
export const LocationAddress = z.strictObject(addressParts).overwrite(withoutEmpty);

/** Where a customer lives, or is delivered to. */
export const Address = personal(LocationAddress);
export type Address = z.infer<typeof Address>;

export const customerParts = {
  id: CustomerId.optional().describe('What the customer file calls the customer; left out for a guest.'),
  name: personal(ContactText).optional().describe('Full name.'),
  email: personal(ContactText)
    .optional()
    .describe(
      'Text that is no e-mail address is kept and found by search; orders are listed by addresses only.',
    ),
  phone: personal(ContactText).optional().describe('Phone number, as it was told.'),
};

/** Who bought. All parts are optional: a guest is a customer without an id. */
export const Customer = z.strictObject(customerParts).overwrite(withoutEmpty);
export type Customer = z.infer<typeof Customer>;

/**
 * Whether a customer can be written to, and is listed, under this text: something on both sides of one `@`,
 * in any script, at most 254 characters. Which mailboxes there are only their hosts know (RFC 5321, 4.5.3.1).
 */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@]+@[^\s@]+$/u.test(text);

/** How a line reaches the customer. */
export const Method = z
  .enum(['ship', 'pickup', 'carry-out'])
  .describe('How it reaches the customer: sent, collected at a location, or taken along at once.');
export type Method = z.infer<typeof Method>;

/** What was promised to the customer, as a moment: an order is late when open units are still there then. */
export const PromisedBy = Timestamp.describe(
  'By when it is to have left, or to be ready where it is collected, as the customer was promised.',
);

export const OrderLine = z.strictObject({
  lineId: PartId.describe('Names the line within its order.'),
  sku: Sku,
  name: Text(300).optional().describe('What the customer saw the good called.'),
  quantity: Quantity,
  unitPrice: Decimal,
  amount: Amount.optional().describe(
    'Minor units: quantity × unit price, however it is rounded. Left out, it is computed, rounded half-even.',
  ),
  amountOverride: z
    .boolean()
    .optional()
    .describe(
      'True where the amount was agreed otherwise than quantity × unit price: a price override, a discount on the line.',
    ),
  method: z
    .enum(['ship', 'pickup'])
    .optional()
    .describe('How the line reaches the customer; sent where it is left out.'),
  pickupAt: LocationId.optional().describe('The location where a `pickup` line is collected.'),
  promisedBy: PromisedBy.optional(),
  attributes: Attributes.optional().describe('What the retailer says of the line beside.'),
});

/** A charge (positive) or discount (negative) that is no product: shipping, gift wrap, voucher, bank charge. */
export const Charge = z.strictObject({
  code: Text(64).describe('What kind of charge it is: `shipping`, `gift-wrap`, `voucher`.'),
  name: Text(300).optional().describe('What the customer saw it called.'),
  amount: Amount.describe('Minor units: positive is charged, negative is given back.'),
});
export type Charge = z.infer<typeof Charge>;

export const Payment = z.strictObject({
  paymentId: PartId.describe('Names the payment within its order.'),
  method: Text(64).describe('How it is paid: `card`, `paypal`, `cash`.'),
  amount: Amount.min(0).describe('Minor units that were set aside, or taken.'),
  status: z.enum(['authorised', 'captured']).describe('Set aside, or taken.'),
});
export type Payment = z.infer<typeof Payment>;

/** A payment of a receipt: a till pays out, too. */
export const TillPayment = Payment.extend({
  amount: Amount.describe(
    'Minor units that were set aside, or taken; below zero, what was paid out at the till.',
  ),
});
export type TillPayment = z.infer<typeof TillPayment>;

/** Whether amounts add up without losing a minor unit, in any order and with any signs. */
export const addsUpExactly = (amounts: readonly number[]): boolean =>
  amounts.reduce((all, amount) => all + Math.abs(amount), 0) <= Number.MAX_SAFE_INTEGER;
export const tooMuchToAddUp = 'All amounts together are more than can be added up exactly: 2^53 minor units.';

export const Disposition = z
  .enum(['restock', 'damaged', 'refurbish', 'dispose'])
  .describe('What becomes of goods that came back; only `restock` makes them stock again.');
export type Disposition = z.infer<typeof Disposition>;

export const FulfilmentLine = z.strictObject({
  lineId: PartId.describe('The line of the order.'),
  quantity: Quantity,
});

export {
  Amount,
  BusinessDate,
  Channel,
  Currency,
  Decimal,
  LocationId,
  OrderId,
  OrderNumber,
  PartId,
  ReturnId,
  Sku,
  Timestamp,
};
