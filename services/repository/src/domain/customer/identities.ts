import { type CustomerIdentity, identityKey } from '@tributary/contracts';

/** An identity that was told to be the same person as a customer. */
export interface Link extends CustomerIdentity {
  readonly customerId: string;
}

/** Everything that is one person. */
export interface Person {
  /** The one that speaks for all: the customer that is linked into no other. */
  readonly main: CustomerIdentity;
  /** The main one first, then ids, e-mails, phones and loyalty numbers. */
  readonly identities: readonly CustomerIdentity[];
}

const kinds: readonly CustomerIdentity['by'][] = ['id', 'email', 'phone', 'loyalty'];

/** The two that a link says are one. */
export const endsOf = ({ by, value, customerId }: Link): readonly [CustomerIdentity, CustomerIdentity] => [
  { by, value },
  { by: 'id', value: customerId },
];

/**
 * The same person whichever of the identities was asked for, also where links go round in a circle.
 * @param asked the one that was asked for
 * @param identities that links lead to from there, with it
 */
export const personOf = (
  asked: CustomerIdentity,
  identities: readonly CustomerIdentity[],
  links: readonly Link[],
): Person => {
  const inOrder = identities.toSorted(
    (a, b) => kinds.indexOf(a.by) - kinds.indexOf(b.by) || (a.value < b.value ? -1 : 1),
  );
  const linked = new Set(links.map(identityKey));
  const ids = inOrder.filter(({ by }) => by === 'id');
  const main = ids.find((id) => !linked.has(identityKey(id))) ?? ids[0] ?? asked;
  return { main, identities: [main, ...inOrder.filter((one) => one !== main)] };
};
