import { type OrderRow, isEmailAddress, standingTotal } from '@tributary/contracts';
import type { Collection, Write } from '@tributary/read-store';
import type { OrderPage } from '../order-page/order-page.ts';
import { attributeKeysOf } from '../order-page/page-attributes.ts';
import { dueOf } from './due.ts';

/** A SKU or a location as orders are listed by it: whoever looks for one need not know its capitals. */
export const nameKeyOf = (skuOrLocation: string): string => skuOrLocation.toLowerCase();
const nameKeys = (names: readonly string[]): string[] => [...new Set(names.map(nameKeyOf))];

/** An id or an e-mail as orders are listed by it: what may be an e-mail without regard to case. */
export const customerKeyOf = (idOrEmail: string): string =>
  idOrEmail.includes('@') ? idOrEmail.toLowerCase() : idOrEmail;

/** Ids and e-mails by which a customer's orders are listed; e-mails without regard to case. */
export const customerKeys = ({ customer: { id, email } = {} }: OrderRow): string[] => [
  ...(id === undefined ? [] : [customerKeyOf(id)]),
  ...(email !== undefined && isEmailAddress(email) ? [customerKeyOf(email)] : []),
];

/** An order that is due is listed by when, over all and of each of its locations. */
const dueKeys = ({ dueAt, locations }: OrderRow): string[] =>
  dueAt === undefined ? [] : ['anywhere', ...locations.map(dueIn)];
/** @param location where it is served, sold or taken back */
export const dueIn = (location: string): string => `in ${nameKeyOf(location)}`;

/** A value of a field as orders are listed by it. */
export const listKeyOf = (field: string, value: string): string => {
  switch (field) {
    case 'customer':
      return customerKeyOf(value);
    case 'sku':
    case 'location':
      return nameKeyOf(value);
    default:
      return value;
  }
};

export const orderList: Collection<OrderRow> = {
  name: 'repository.order_list',
  version: 10,
  fields: {
    channel: { type: 'text', of: ({ channel }) => channel },
    status: { type: 'text', of: ({ status }) => status },
    placedAt: { type: 'text', of: ({ placedAt }) => placedAt },
    dueAt: { type: 'text', of: ({ dueAt = null }) => dueAt },
  },
  many: {
    sku: { type: 'text', of: ({ skus }) => nameKeys(skus), sortedBy: 'placedAt' },
    location: { type: 'text', of: ({ locations }) => nameKeys(locations), sortedBy: 'placedAt' },
    customer: { type: 'text', of: customerKeys, sortedBy: 'placedAt' },
    attribute: { type: 'text', of: ({ attributes = [] }) => attributes, sortedBy: 'placedAt' },
    due: { type: 'text', of: dueKeys, sortedBy: 'dueAt' },
    hold: { type: 'text', of: ({ heldFor = [] }) => heldFor, sortedBy: 'placedAt' },
    queue: { type: 'text', of: ({ queues = [] }) => queues, sortedBy: 'placedAt' },
    proposals: { type: 'text', of: ({ proposals }) => (proposals ? ['true'] : []), sortedBy: 'placedAt' },
    waiting: { type: 'text', of: ({ waiting }) => (waiting ? ['true'] : []), sortedBy: 'placedAt' },
  },
  indexes: [['placedAt'], ['channel', 'placedAt'], ['status', 'placedAt'], ['channel', 'status', 'placedAt']],
};

/** Nothing where none waits. */
const waitingOf = ({ waiting, more }: OrderPage): OrderRow['waiting'] => {
  const unlisted = more?.waiting;
  const messages = waiting.length + (unlisted?.messages ?? 0);
  if (messages === 0) return undefined;
  const all = [...waiting, ...(unlisted ? [unlisted] : [])].map(({ since }) => since);
  return {
    messages,
    waitsFor: [...new Set(waiting.map(({ waitsFor }) => waitsFor))],
    since: all.reduce((first, since) => (since < first ? since : first)),
  };
};

/** Nothing where all that is wanted is held or left. */
const shortOf = ({ lines }: OrderPage): OrderRow['short'] => {
  const backordered = lines.reduce((sum, { quantities }) => sum + quantities.backordered, 0);
  const undecided = lines.reduce((sum, { quantities }) => sum + (quantities.undecided ?? 0), 0);
  return backordered + undecided > 0 ? { backordered, undecided } : undefined;
};

/** Of payments that set money aside or took it. */
const paidByOf = ({ payments }: OrderPage): readonly string[] => [
  ...new Set(
    payments.flatMap(({ status, method }) =>
      method !== undefined && (status === 'authorised' || status === 'captured') ? [method] : [],
    ),
  ),
];

const carriersOf = ({ fulfilments }: OrderPage): readonly string[] => [
  ...new Set(fulfilments.flatMap(({ shipments }) => shipments.flatMap(({ carrier }) => carrier ?? []))),
];

const returnedOf = ({ lines }: OrderPage): number =>
  lines.reduce((sum, { quantities }) => sum + quantities.returned + (quantities.returnedBeyond ?? 0), 0);

/** What an order is asked for by beside, as far as there is any. */
const askedBy = (page: OrderPage): Partial<OrderRow> => {
  const [paidBy, carriers, returned] = [paidByOf(page), carriersOf(page), returnedOf(page)];
  return {
    ...(paidBy.length > 0 && { paidBy }),
    ...(carriers.length > 0 && { carriers }),
    ...(returned > 0 && { returned }),
  };
};

/** The row that follows from an order page. */
export const orderListEntry = (page: OrderPage): Write => {
  const {
    orderId,
    channel,
    number,
    kind,
    status,
    placedAt,
    updatedAt,
    customer,
    currency,
    money,
    lines,
    imported,
    queues,
    rev,
  } = page;
  const locations = [
    ...new Set([
      ...(page.location ? [page.location] : []),
      ...page.fulfilments.flatMap(({ location }) => location ?? []),
    ]),
  ];
  const dueAt = dueOf(page);
  const attributes = attributeKeysOf(page);
  const heldFor = page.status === 'held' ? page.holds?.map(({ reason }) => reason) : undefined;
  const waiting = waitingOf(page);
  const short = shortOf(page);
  const { phone: _, ...named } = customer ?? {};
  const document: OrderRow = {
    orderId,
    channel,
    number,
    kind,
    status,
    placedAt,
    updatedAt,
    ...(customer && { customer: named }),
    currency,
    total: standingTotal(money),
    lines: lines.length,
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    locations,
    skus: [...new Set(lines.map(({ sku }) => sku))],
    ...(dueAt && { dueAt }),
    ...(attributes.length > 0 && { attributes }),
    ...askedBy(page),
    ...(imported && { imported }),
    ...(queues && { queues }),
    ...(money.uncovered !== undefined && { uncovered: money.uncovered }),
    ...(money.owed < 0 && { refundDue: -money.owed }),
    ...(short && { short }),
    ...(heldFor && { heldFor }),
    ...(page.proposals && { proposals: page.proposals.length }),
    ...(waiting && { waiting }),
    rev,
  };
  return { collection: orderList, id: orderId, document };
};
