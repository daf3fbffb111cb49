import type { Address, Answer, FoundCustomer as FoundCustomerAnswer } from '@tributary/contracts';
import type { ReadStore, Stored } from '@tributary/read-store';
import { customerKeyOf, orderList } from '../projections/order-list/order-list.ts';
import { type OrderPage, orderPages } from '../projections/order-page/order-page.ts';
import { type Customer, customers } from '../projections/reference-data/reference-data.ts';
import { isTypedOf, tellingWord, typedDigits } from '../projections/reference-data/typed.ts';

type FoundCustomer = Answer<typeof FoundCustomerAnswer>;

/** Most entries that are looked through for what was typed; more share the word than a person would read. */
const mostLookedThrough = 200;
/** Most orders: they are read whole. */
const mostOrders = 100;

/** A customer on the way to the answer: as told, with the newest order if it is known already. */
interface Found {
  readonly contact: NonNullable<OrderPage['customer']>;
  readonly addresses: readonly Address[];
  readonly order?: OrderPage | undefined;
}

const parsed = <D>({ json }: Stored): D => JSON.parse(json) as D;

/** Whose an order is, where no customer file says it: by e-mail, else by phone, else by name. */
const guestKey = ({ email, phone, name }: Found['contact']): string =>
  (email ?? phone?.replaceAll(/\D/g, '') ?? name ?? '').toLowerCase();

const onFile = ({ id, name, email, phone, addresses = [] }: Customer): Found => ({
  contact: { id, name, email, phone },
  addresses,
});

const answered = ({ contact: { id, ...contact }, addresses, order }: Found): FoundCustomer => {
  const where = [...(order?.shipTo ? [order.shipTo] : []), ...addresses];
  return {
    ...(id !== undefined && { customerId: id }),
    ...contact,
    addresses: [...new Map(where.map((address) => [JSON.stringify(address), address])).values()],
    ...(order && { lastOrder: { orderId: order.orderId, placedAt: order.placedAt } }),
  };
};

/**
 * Finds who rings: customers of the customer file, and those whom only orders tell of. Nothing is kept for it
 * beside what is searched by already.
 */
export class CustomerSearch {
  constructor(private readonly store: Pick<ReadStore, 'find' | 'getMany' | 'search'>) {}

  /**
   * Those of whom every word that was typed begins a word of the name, e-mail or id, or whose phone number has the
   * digits that were typed in a row: first those in the customer file, then the others, who ordered last first.
   */
  async find(typed: string, limit: number): Promise<readonly FoundCustomer[]> {
    const [told, ordered] = await Promise.all([this.told(typed), this.ordered(typed)]);
    const known = new Map(told.map((one) => [one.contact.id, one]));
    const unknown = ordered.flatMap(({ contact: { id } }) => (id === undefined || known.has(id) ? [] : [id]));
    for (const one of await this.onFile(unknown)) known.set(one.contact.id, one);
    const filed = await Promise.all([...known.values()].slice(0, limit).map((one) => this.withNewest(one)));
    const mailed = new Set(filed.map(({ contact: { email } }) => email?.toLowerCase()));
    const others = ordered.filter(({ contact: { id, email } }) =>
      id === undefined ? email === undefined || !mailed.has(email.toLowerCase()) : !known.has(id),
    );
    return [...filed, ...others].slice(0, limit).map(answered);
  }

  private async told(typed: string): Promise<readonly Found[]> {
    const stored = await this.candidates(customers, typed, mostLookedThrough);
    return stored.map((one) => onFile(parsed(one))).filter(({ contact }) => isTypedOf(typed, contact));
  }

  private async onFile(ids: readonly string[]): Promise<readonly Found[]> {
    if (ids.length === 0) return [];
    const stored = new Map((await this.store.getMany(customers, ids)).map((one) => [one.id, one]));
    return ids.flatMap((id) => (stored.has(id) ? [onFile(parsed(stored.get(id)!))] : []));
  }

  /** Of each whom orders tell of, the newest order. */
  private async ordered(typed: string): Promise<readonly Found[]> {
    const pages = (await this.candidates(orderPages, typed, mostOrders))
      .map((one) => parsed<OrderPage>(one))
      .sort((a, b) => (a.placedAt < b.placedAt ? 1 : a.placedAt > b.placedAt ? -1 : 0));
    const newest = new Map<string, Found>();
    for (const order of pages) {
      const contact = order.customer;
      if (contact === undefined || !isTypedOf(typed, contact)) continue;
      const key = contact.id === undefined ? `guest ${guestKey(contact)}` : `id ${contact.id}`;
      if (!newest.has(key)) newest.set(key, { contact, addresses: [], order });
    }
    return [...newest.values()];
  }

  /** Entries with the words as typed, and those with the longest of them, of which others may be unfinished. */
  private async candidates(
    collection: typeof customers | typeof orderPages,
    typed: string,
    most: number,
  ): Promise<readonly Stored[]> {
    const asked = new Set([typed, typedDigits(typed), tellingWord(typed)].filter((one) => one !== undefined));
    const lists = await Promise.all([...asked].map((words) => this.store.search(collection, words, most)));
    return [...new Map(lists.flat().map((one) => [one.id, one])).values()];
  }

  private async withNewest(found: Found): Promise<Found> {
    const { id, email } = found.contact;
    const row = await this.newestOf(id ?? '');
    const last = row ?? (email === undefined ? undefined : await this.newestOf(email));
    if (last === undefined) return found;
    const [page] = await this.store.getMany(orderPages, [last]);
    return page === undefined ? found : { ...found, order: parsed(page) };
  }

  private async newestOf(idOrEmail: string): Promise<string | undefined> {
    const { items } = await this.store.find(orderList, {
      where: { customer: customerKeyOf(idOrEmail) },
      sort: { by: 'placedAt', direction: 'desc' },
      limit: 1,
    });
    return items[0]?.id;
  }
}
