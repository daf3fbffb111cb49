import type { CustomerUpdated, ProductUpdated } from '@tributary/contracts';
import type { Collection, Projection } from '@tributary/read-store';

type Product = ProductUpdated & { readonly updatedAt: string };
type Customer = CustomerUpdated & { readonly updatedAt: string };

export const products: Collection<Product> = {
  name: 'repository.products',
  version: 2,
  fields: {},
  indexes: [],
  text: ({ sku, name }) => `${sku}\n${name}`,
};

export const customers: Collection<Customer> = {
  name: 'repository.customers',
  version: 2,
  fields: {},
  indexes: [],
  text: ({ id, name = '', email = '', phone = '' }) => `${id}\n${name}\n${email}\n${phone}`,
};

/** The latest version wins by when it happened: an older one that comes late changes nothing. */
const latest = <D extends { readonly updatedAt: string }>(
  before: D | undefined,
  data: unknown,
  time: string,
): D => (before && before.updatedAt > time ? before : { ...(data as D), updatedAt: time });

export const product: Projection<Product> = {
  collection: products,
  idOf: ({ type, data }) => (type === 'tributary.product.updated.v1' ? (data as Product).sku : undefined),
  evolve: (before, { data, time }) => latest(before, data, time),
};

export const customer: Projection<Customer> = {
  collection: customers,
  idOf: ({ type, data }) => (type === 'tributary.customer.updated.v1' ? (data as Customer).id : undefined),
  evolve: (before, { data, time }) => latest(before, data, time),
};
