import { type CustomerIdentity, identityKey, isSamePhone } from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { type Sighting, suggested } from '../domain/customer/suggestions.ts';
import { type Customer, customers } from '../projections/reference-data/reference-data.ts';
import type { CustomerOrders } from './customer-orders.ts';

/** Files that share the words of an e-mail or a phone number, and are looked through for it. */
const mostFiles = 50;

/** Who shares an e-mail or a phone number with a customer: looked for when somebody asks, kept nowhere. */
export class CustomerSuggestions {
  constructor(
    private readonly store: Pick<ReadStore, 'search'>,
    private readonly orders: Pick<CustomerOrders, 'naming'>,
  ) {}

  /**
   * Looks at the customer file, and at the newest orders that name a mark: 400 of an e-mail, 200 of a phone number.
   * @param marks e-mails and phone numbers of the customer
   * @param known what is theirs already
   * @param theirs ids of orders that are theirs already
   */
  async by(
    marks: readonly CustomerIdentity[],
    known: readonly CustomerIdentity[],
    theirs: ReadonlySet<string>,
  ) {
    const sightings = await Promise.all(marks.map((mark) => this.sightingsOf(mark)));
    const others = sightings
      .flat()
      .filter(({ orderId, contact }) => contact.id !== undefined || !theirs.has(orderId ?? ''));
    return suggested(others, new Set(known.map(identityKey)));
  }

  private async sightingsOf(mark: CustomerIdentity): Promise<readonly Sighting[]> {
    const [files, { orders }] = await Promise.all([this.filesWith(mark), this.orders.naming(mark)]);
    return [
      ...files.map((contact) => ({ contact, mark })),
      ...orders.map(({ orderId, customer = {} }) => ({ contact: customer, mark, orderId })),
    ];
  }

  private async filesWith({ by, value }: CustomerIdentity): Promise<readonly Customer[]> {
    const found = await this.store.search(customers, value, mostFiles);
    return found
      .map(({ json }) => JSON.parse(json) as Customer)
      .filter(({ email = '', phone = '' }) =>
        by === 'email' ? email.toLowerCase() === value.toLowerCase() : isSamePhone(phone, value),
      );
  }
}
