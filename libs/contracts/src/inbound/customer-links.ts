import { z } from 'zod';
import { personal } from '../personal-mark.ts';
import { Text, isEmailAddress } from './shapes.ts';

/** Digits that a phone number has at least: fewer are an extension, or a part of one. */
const leastDigits = 7;

/** By what a customer is known: an id, an e-mail, a phone number, the number of a loyalty card. */
export const IdentityKind = z
  .enum(['id', 'email', 'phone', 'loyalty'])
  .describe('What it is: a customer id, an e-mail, a phone number, a loyalty number.');
export type IdentityKind = z.infer<typeof IdentityKind>;

const identityParts = {
  by: IdentityKind,
  value: personal(Text(254)).describe('The id, the e-mail, the phone number or the loyalty number itself.'),
};

const why = (what: string) => personal(Text(500)).describe(what);

const parts = {
  link: {
    ...identityParts,
    why: why('Why it is the same person, in words for people.'),
    evidence: z
      .array(personal(Text(300)))
      .max(10)
      .optional()
      .describe('What shows it: receipts, orders, papers that were seen.'),
  },
  unlink: { ...identityParts, why: why('Why it is not the same person, in words for people.') },
};

interface Identity {
  readonly by: IdentityKind;
  readonly value: string;
}

const isWhatItSays = ({ by, value }: Identity): boolean =>
  (by !== 'email' || isEmailAddress(value)) &&
  (by !== 'phone' || value.replaceAll(/\D/g, '').length >= leastDigits);
const sayWhatItIs = {
  message: `An e-mail has something on both sides of an @, a phone number at least ${leastDigits} digits.`,
  path: ['value'],
};

const isOther = ({ by, value, customerId }: Identity & { customerId: string }): boolean =>
  by !== 'id' || value !== customerId;
const sayAnother = { message: 'This is the same id: name another one.', path: ['value'] };

const customerId = Text(128).describe('Id of the customer that it is about.');

/** An identity is told to be the same person as a customer. */
export const LinkCustomer = z.strictObject(parts.link).refine(isWhatItSays, sayWhatItIs);
export type LinkCustomer = z.infer<typeof LinkCustomer>;
/** An identity is told to be another person than a customer. */
export const UnlinkCustomer = z.strictObject(parts.unlink).refine(isWhatItSays, sayWhatItIs);
export type UnlinkCustomer = z.infer<typeof UnlinkCustomer>;

/** Of what is told of an identity and a customer, what happened last counts. */
export const CustomerLinked = z
  .strictObject({ customerId, ...parts.link })
  .refine(isWhatItSays, sayWhatItIs)
  .refine(isOther, sayAnother);
export type CustomerLinked = z.infer<typeof CustomerLinked>;
export const CustomerUnlinked = z
  .strictObject({ customerId, ...parts.unlink })
  .refine(isWhatItSays, sayWhatItIs)
  .refine(isOther, sayAnother);
export type CustomerUnlinked = z.infer<typeof CustomerUnlinked>;
