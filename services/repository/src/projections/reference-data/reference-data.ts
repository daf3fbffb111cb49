import type { CustomerUpdated, ProductUpdated } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Projection } from '@tributary/read-store';
import { type Told, isNewer } from './told.ts';
import { phoneEnds } from './typed.ts';

export type Product = ProductUpdated & Told;
export type Customer = CustomerUpdated & Told;

export const products: Collection<Product> = {
  name: 'repository.products',
  version: 3,
  fields: {},
  indexes: [],
  text: ({ sku, name }) => `${sku}\n${name}`,
};

export const customers: Collection<Customer> = {
  name: 'repository.customers',
  version: 5,
  fields: { customerId: { type: 'text', of: ({ id }) => id } },
  indexes: [['customerId']],
  text: ({ id, name = '', email = '', phone = '' }) =>
    [id, name, email, phone, ...phoneEnds(phone)].join('\n'),
};

/**
 * The latest version wins by when it happened, then by where it was recorded, whichever comes first: an
 * older one that comes late changes nothing.
 */
const latest = <D extends Told>(
  before: D | undefined,
  event: Pick<RecordedEvent, 'data' | 'time' | 'position'>,
): D =>
  before && isNewer(before, event)
    ? before
    : { ...(event.data as D), updatedAt: event.time, position: event.position };

export const product: Projection<Product> = {
  collection: products,
  idOf: ({ type, data }) => (type === 'tributary.product.updated.v1' ? (data as Product).sku : undefined),
  evolve: latest,
};

export const customer: Projection<Customer> = {
  collection: customers,
  idOf: ({ type, data }) => (type === 'tributary.customer.updated.v1' ? (data as Customer).id : undefined),
  evolve: latest,
};
