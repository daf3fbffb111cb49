import { z } from 'zod';
import { Timestamp, BusinessDate } from '../envelope.ts';
import { Channel, LocationId, OrderId, OrderNumber, PartId, Sku } from '../identifiers.ts';
import { Amount, Currency, Decimal } from '../money.ts';
import { personal } from '../personal-mark.ts';

/** Shapes that several inbound messages and facts share. Objects are strict: a misspelt field is an error, never ignored. */

export const Quantity = z.number().int().positive().max(1_000_000_000);
export const Text = (max: number) => z.string().trim().min(1).max(max);

export const Coordinates = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
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
  name: ContactText.optional(),
  street: ContactText.optional(),
  city: ContactText.optional(),
  region: ContactText.optional(),
  postalCode: ContactText.optional(),
  country: ContactText.overwrite((text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text))
    .optional()
    .describe('ISO 3166-1 alpha-2, such as GB. Any other text is kept as it is.'),
  coordinates: Coordinates.optional(),
};

/** Where a location of the network is: nobody's home. */
export const LocationAddress = z.strictObject(addressParts).overwrite(withoutEmpty);

/** Where a customer lives, or is delivered to. */
export const Address = personal(LocationAddress);
export type Address = z.infer<typeof Address>;

export const customerParts = {
  id: CustomerId.optional(),
  name: personal(ContactText).optional(),
  email: personal(ContactText)
    .optional()
    .describe(
      'Text that is no e-mail address is kept and found by search; orders are listed by addresses only.',
    ),
  phone: personal(ContactText).optional(),
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
export const Method = z.enum(['ship', 'pickup', 'carry-out']);
export type Method = z.infer<typeof Method>;

export const OrderLine = z.strictObject({
  lineId: PartId,
  sku: Sku,
  name: Text(300).optional(),
  quantity: Quantity,
  /** Major units with all decimals of the source. */
  unitPrice: Decimal,
  /** Minor units; quantity × unit price, however it is rounded. Left out, it is computed, rounded half-even. */
  amount: Amount.optional(),
  /** True where the amount was agreed otherwise than quantity × unit price: a price override, a discount on the line. */
  amountOverride: z.boolean().optional(),
  method: z.enum(['ship', 'pickup']).optional(),
  /** Where a `pickup` line is collected. */
  pickupAt: LocationId.optional(),
});

/** A charge (positive) or discount (negative) that is no product: shipping, gift wrap, voucher, bank charge. */
export const Charge = z.strictObject({
  code: Text(64),
  name: Text(300).optional(),
  amount: Amount,
});
export type Charge = z.infer<typeof Charge>;

export const Payment = z.strictObject({
  paymentId: PartId,
  method: Text(64),
  amount: Amount.min(0),
  status: z.enum(['authorised', 'captured']),
});
export type Payment = z.infer<typeof Payment>;

/** Whether amounts add up without losing a minor unit, in any order and with any signs. */
export const addsUpExactly = (amounts: readonly number[]): boolean =>
  amounts.reduce((all, amount) => all + Math.abs(amount), 0) <= Number.MAX_SAFE_INTEGER;
export const tooMuchToAddUp = 'All amounts together are more than can be added up exactly: 2^53 minor units.';

export const Disposition = z.enum(['restock', 'damaged', 'refurbish', 'dispose']);
export type Disposition = z.infer<typeof Disposition>;

export const FulfilmentLine = z.strictObject({ lineId: PartId, quantity: Quantity });

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
  Sku,
  Timestamp,
};
