import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CustomerOnFile, CustomerUpdated, ProductOnFile, Sku } from '@tributary/contracts';
import { Endpoint, Problem, Valid } from '@tributary/http';
import type { Collection, ReadStore } from '@tributary/read-store';
import {
  type Customer,
  type Product,
  customers,
  products,
} from '../../projections/reference-data/reference-data.ts';
import { readStoreToken } from '../tokens.ts';

const CustomerId = CustomerUpdated.shape.id;

/** Products and customers as they were told last. */
@Controller('v1')
export class ReferenceDataController {
  constructor(@Inject(readStoreToken) private readonly store: ReadStore) {}

  @Get('products/:sku')
  @Endpoint({
    tag: 'reference data',
    operation: 'getProduct',
    summary: 'A product as it was told last',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: ProductOnFile,
    params: { sku: 'SKU' },
    problems: { 404: '`not-found`' },
  })
  async product(@Param('sku', new Valid(Sku)) sku: string) {
    const { position: _, ...product } = await this.known<Product>(products, sku, 'product');
    return product;
  }

  @Get('customers/:customerId')
  @Endpoint({
    tag: 'reference data',
    operation: 'getCustomer',
    summary: 'A customer as told last; `orders` is the address of the list of their orders',
    allow: ['integrator', 'ops', 'csr', 'associate'],
    answer: CustomerOnFile,
    params: { customerId: 'Customer id' },
    problems: { 404: '`not-found`' },
  })
  async customer(@Param('customerId', new Valid(CustomerId)) id: string) {
    const { position: _, ...customer } = await this.known<Customer>(customers, id, 'customer');
    return { ...customer, orders: `/v1/orders?customer=${encodeURIComponent(id)}` };
  }

  private async known<D>(collection: Collection<D>, id: string, what: string): Promise<D> {
    const found = await this.store.get(collection as Collection, id);
    if (found) return JSON.parse(found.json) as D;
    throw new Problem(404, 'not-found', `Nothing was told here of a ${what} ${id} (yet).`);
  }
}
