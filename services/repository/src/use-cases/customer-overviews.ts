import { setImmediate as othersTurn } from 'node:timers/promises';
import {
  type CustomerOverview,
  type CustomerIdentity,
  type OrderPage,
  type OrderRow,
  identityKey,
} from '@tributary/contracts';
import type { ReadStore } from '@tributary/read-store';
import { figuresOf, isOpen } from '../domain/customer/overview.ts';
import { marksOf } from '../domain/customer/suggestions.ts';
import type { CustomerLink } from '../projections/customer-links/customer-links.ts';
import { orderList, orderListEntry } from '../projections/order-list/order-list.ts';
import type { Moment } from '../projections/order-page/past-page.ts';
import { type Customer, customers } from '../projections/reference-data/reference-data.ts';
import { CustomerIdentities, type Known } from './customer-identities.ts';
import { CustomerOrders } from './customer-orders.ts';
import { CustomerSuggestions } from './customer-suggestions.ts';
import type { NamedOrders } from './named-orders.ts';
import type { PastOrders } from './past-orders.ts';

/** Rows of each list of the answer. */
const mostRows = 10;
/** Orders that are folded as they were before others have their turn; some 10 ms of work. */
const pagesInTurn = 20;

type FoundBy = CustomerOverview['foundBy'][number];

export interface OrdersOfCustomer {
  /** Into which all else is linked that is known of them: an id, or the e-mail of a guest. */
  readonly customerId: string;
  /** What the customer file has of them; of several ids in it, of the first that they are known by. */
  readonly onFile?: Customer | undefined;
  /** The newest first, at most 400. */
  readonly orders: readonly OrderPage[];
  /** There are older ones. */
  readonly more: boolean;
}

/** A customer over all channels: their orders are read whole and added up when somebody asks, so that nothing is kept for it. */
export class CustomerOverviews {
  private readonly identities: CustomerIdentities;
  private readonly orders: CustomerOrders;
  private readonly suggestions: CustomerSuggestions;

  constructor(
    private readonly store: Pick<ReadStore, 'find' | 'get' | 'getMany' | 'search'>,
    private readonly named: Pick<NamedOrders, 'rows'>,
    private readonly past: Pick<PastOrders, 'at'>,
  ) {
    this.identities = new CustomerIdentities(store);
    this.orders = new CustomerOrders(store);
    this.suggestions = new CustomerSuggestions(store, this.orders);
  }

  /**
   * Orders are theirs that name their id, one that is linked with it, or, and then nobody else’s id, the e-mail of
   * the customer file: a guest’s, that is. Of somebody whom no file knows, those that name the id or e-mail that is
   * asked for.
   *
   * At a moment it says what their orders were then, of those that are found now: who they are, what the customer file
   * says and which identities are linked is as it is known now, and nobody is suggested.
   * @param idOrEmail of the customer
   * @returns undefined where neither the file, a link nor an order tells of them
   */
  async of(idOrEmail: string, moment?: Moment): Promise<CustomerOverview | undefined> {
    const known = await this.known(idOrEmail);
    if (known === undefined) return undefined;
    const { asked, person, files, all, found } = known;
    const pages = moment === undefined ? found.pages : await this.pagesAt(found.pages, moment);
    const [onFile] = files;
    const { position: _, ...customer } = onFile ?? { position: 0 };
    const figures = figuresOf(pages);
    return {
      ...(onFile && { customer: customer as Omit<Customer, 'position'> }),
      ...(identityKey(asked) !== identityKey(person.main) && { askedAs: asked }),
      foundBy: all
        .map((identity, at) => foundBy(identity, found.counts[at]!, person))
        .filter(({ orders, why }) => orders > 0 || why === 'linked' || person.links.length > 0),
      ...(person.more && { moreIdentities: true }),
      mayAlsoBe: moment === undefined ? await this.mayAlsoBe(all, files, found.pages) : [],
      ...figures,
      orders: { ...figures.orders, ...(found.more && { more: true }) },
      ...(moment === undefined ? await this.listsOf(pages) : await this.pastListsOf(pages)),
    };
  }

  /** What the overview says of the goods that they order; undefined as of it. */
  async goodsOf(idOrEmail: string): Promise<CustomerOverview['goods'] | undefined> {
    const known = await this.known(idOrEmail);
    return known && figuresOf(known.found.pages).goods;
  }

  /** Who it is, and the orders that the overview counts; undefined as of it. */
  async ordersOf(idOrEmail: string): Promise<OrdersOfCustomer | undefined> {
    const known = await this.known(idOrEmail);
    if (known === undefined) return undefined;
    const { person, files, found } = known;
    return { customerId: person.main.value, onFile: files[0], orders: found.pages, more: found.more };
  }

  /** Who it is, and the orders that are theirs; undefined where neither the file, a link nor an order tells of them. */
  private async known(idOrEmail: string) {
    const asked = await this.identityOf(idOrEmail);
    const person = await this.identities.of(asked);
    const files = await this.filesOf(person);
    const all = [...person.identities, ...onFileBeside(person, files)];
    const found = await this.orders.of(all);
    if (files.length === 0 && found.pages.length === 0 && person.links.length === 0) return undefined;
    return { asked, person, files, all, found };
  }

  private async identityOf(idOrEmail: string): Promise<CustomerIdentity> {
    const isMail = idOrEmail.includes('@') && !(await this.store.get(customers, idOrEmail));
    return { by: isMail ? 'email' : 'id', value: idOrEmail };
  }

  /** What the customer file has of each id, the main one first. */
  private async filesOf({ identities }: Known): Promise<readonly Customer[]> {
    const ids = identities.flatMap(({ by, value }) => (by === 'id' ? [value] : []));
    const stored = ids.length === 0 ? [] : await this.store.getMany(customers, ids);
    const files = new Map(stored.map(({ id, json }) => [id, JSON.parse(json) as Customer]));
    return ids.flatMap((id) => files.get(id) ?? []);
  }

  /** By what the person is known by: links and the customer file first, then what their newest orders name. */
  private mayAlsoBe(
    known: readonly CustomerIdentity[],
    files: readonly Customer[],
    pages: readonly OrderPage[],
  ): Promise<CustomerOverview['mayAlsoBe']> {
    const ids = new Set(known.flatMap(({ by, value }) => (by === 'id' ? [value] : [])));
    const own = pages.filter(({ customer }) => customer?.id === undefined || ids.has(customer.id));
    const marks = marksOf(known, [...files, ...own.flatMap(({ customer }) => customer ?? [])]);
    return this.suggestions.by(marks, known, new Set(own.map(({ orderId }) => orderId)));
  }

  /** Orders as they were; those that were not placed by then are left out. */
  private async pagesAt(pages: readonly OrderPage[], moment: Moment): Promise<readonly OrderPage[]> {
    const then: OrderPage[] = [];
    for (const [index, { orderId, placedAt }] of pages.entries()) {
      if (index % pagesInTurn === 0) await othersTurn();
      if (moment.asOf !== undefined && placedAt > moment.asOf) continue;
      const page = await this.past.at(orderId, moment);
      if (page !== undefined && page !== 'not-placed') then.push(page);
    }
    return then;
  }

  /** Rows of orders as they were: they follow from their pages. */
  private async pastListsOf(pages: readonly OrderPage[]): Promise<Pick<CustomerOverview, 'open' | 'newest'>> {
    const rowsOf = async (some: readonly OrderPage[]) => {
      const rows = some.slice(0, mostRows).map((page) => orderListEntry(page).document as OrderRow);
      const named = await this.named.rows(
        rows.map((row) => ({ id: row.orderId, json: JSON.stringify(row) })),
      );
      return named.map(({ json }) => JSON.parse(json) as OrderRow);
    };
    return { open: await rowsOf(pages.filter(isOpen)), newest: await rowsOf(pages) };
  }

  private async listsOf(pages: readonly OrderPage[]): Promise<Pick<CustomerOverview, 'open' | 'newest'>> {
    const open = pages.filter(isOpen).slice(0, mostRows);
    const newest = pages.slice(0, mostRows);
    const ids = [...new Set([...open, ...newest].map(({ orderId }) => orderId))];
    const stored = await this.named.rows(await this.store.getMany(orderList, ids));
    const rows = new Map(stored.map(({ id, json }) => [id, JSON.parse(json) as OrderRow]));
    const rowsOf = (some: readonly OrderPage[]) => some.flatMap(({ orderId }) => rows.get(orderId) ?? []);
    return { open: rowsOf(open), newest: rowsOf(newest) };
  }
}

/** E-mails of the customer file that nothing links. */
const onFileBeside = ({ identities }: Known, files: readonly Customer[]): readonly CustomerIdentity[] => {
  const linked = new Set(identities.map(identityKey));
  const emails = files.flatMap(({ email }) =>
    email === undefined ? [] : [{ by: 'email' as const, value: email }],
  );
  const beside = emails.filter((email) => !linked.has(identityKey(email)));
  return [...new Map(beside.map((email) => [identityKey(email), email])).values()];
};

const foundBy = (identity: CustomerIdentity, orders: number, { main, identities, links }: Known): FoundBy => {
  const key = identityKey(identity);
  const own = links.filter((link) => identityKey(link) === key);
  const why = key === identityKey(main) ? 'itself' : identities.includes(identity) ? 'linked' : 'on-file';
  return { ...identity, orders, why, ...(own.length > 0 && { links: own.map(told) }) };
};

const told = ({ customerId, why, evidence, actor, updatedAt }: CustomerLink) => ({
  customerId,
  why,
  ...(evidence && { evidence }),
  linkedBy: actor,
  linkedAt: updatedAt,
});
