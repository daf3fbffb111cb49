import type { IdentityKind } from './inbound/customer-links.ts';

/** What a customer is known by. */
export interface CustomerIdentity {
  readonly by: IdentityKind;
  readonly value: string;
}

/** Fewer digits in common may be of numbers of two places. */
const leastInCommon = 7;

/** Digits of a phone number without what stands for its country or the way out of it. */
export const phoneDigits = (text: string): string =>
  text.replace('(0)', '').replaceAll(/\D/g, '').replace(/^0+/, '');

/** Whether two phone numbers are one, as far as they say: with or without the country, in any writing. */
export const isSamePhone = (one: string, other: string): boolean => {
  const [short, long] = [phoneDigits(one), phoneDigits(other)].sort((a, b) => a.length - b.length);
  return short!.length >= leastInCommon && long!.endsWith(short!);
};

/** The same for all writings of one identity: e-mails in any case, phone numbers with any signs between the digits. */
export const identityKey = ({ by, value }: CustomerIdentity): string => {
  switch (by) {
    case 'email':
      return `${by} ${value.toLowerCase()}`;
    case 'phone':
      return `${by} ${phoneDigits(value)}`;
    case 'id':
    case 'loyalty':
      return `${by} ${value}`;
    default:
      return by satisfies never;
  }
};
