import {
  type CustomerIdentity,
  type CustomerOverview,
  identityKey,
  isEmailAddress,
} from '@tributary/contracts';

/** Marks of a customer by which others are looked for. */
export const mostMarks = 10;
/** Suggestions that are told. */
const mostSuggestions = 10;
/** Digits that a phone number has at least. */
const leastDigits = 7;

/** How an order or the customer file tells of somebody. */
export interface Contact {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** Somebody who was seen with a mark of the customer: on an order, or, without one, in the customer file. */
export interface Sighting {
  readonly contact: Contact;
  readonly mark: CustomerIdentity;
  readonly orderId?: string;
}

type Suggestion = CustomerOverview['mayAlsoBe'][number];

const contactMarks = ({ email, phone }: Contact): readonly CustomerIdentity[] => [
  ...(email !== undefined && isEmailAddress(email) ? [{ by: 'email' as const, value: email }] : []),
  ...(phone !== undefined && phone.replaceAll(/\D/g, '').length >= leastDigits
    ? [{ by: 'phone' as const, value: phone }]
    : []),
];

/** The e-mails and phone numbers that a customer is known by, each once, at most ten. */
export const marksOf = (
  identities: readonly CustomerIdentity[],
  contacts: readonly Contact[],
): readonly CustomerIdentity[] => {
  const own = identities.filter(({ by }) => by === 'email' || by === 'phone');
  const marks = [...own, ...contacts.flatMap(contactMarks)];
  // The first writing stays: what is linked and what the file has stand before what orders have.
  const once = new Map(marks.toReversed().map((mark) => [identityKey(mark), mark]));
  const keys = new Set(marks.map(identityKey));
  return [...keys].slice(0, mostMarks).map((key) => once.get(key)!);
};

/** What tells somebody best from others: the id, else the e-mail, else the phone number. */
const identityOf = (contact: Contact): CustomerIdentity | undefined =>
  contact.id === undefined ? contactMarks(contact)[0] : { by: 'id', value: contact.id };

/**
 * Who may be the same person as a customer, and by what: nobody is taken to be, unless somebody links them.
 * @param known keys of identities that are theirs already
 * @returns those first who were seen on most orders
 */
export const suggested = (
  sightings: readonly Sighting[],
  known: ReadonlySet<string>,
): readonly Suggestion[] => {
  const seen = sightings.flatMap((sighting) => {
    const identity = identityOf(sighting.contact);
    return identity === undefined || known.has(identityKey(identity)) ? [] : [{ ...sighting, identity }];
  });
  return [...Map.groupBy(seen, ({ identity }) => identityKey(identity)).values()]
    .map((own): Suggestion => {
      const name = own.find(({ contact }) => contact.name !== undefined)?.contact.name;
      return {
        ...own[0]!.identity,
        ...(name !== undefined && { name }),
        orders: ordersOf(own),
        shared: [...Map.groupBy(own, ({ mark }) => identityKey(mark)).values()].map((same) => ({
          ...same[0]!.mark,
          orders: ordersOf(same),
          onFile: same.some(({ orderId }) => orderId === undefined),
        })),
      };
    })
    .sort((a, b) => b.orders - a.orders || (identityKey(a) < identityKey(b) ? -1 : 1))
    .slice(0, mostSuggestions);
};

const ordersOf = (sightings: readonly Sighting[]): number =>
  new Set(sightings.flatMap(({ orderId }) => orderId ?? [])).size;
