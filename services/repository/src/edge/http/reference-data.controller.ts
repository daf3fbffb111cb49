import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import {
  CustomerOnFile,
  CustomerUpdated,
  FoundCustomers,
  FoundProducts,
  ProductOnFile,
  Sku,
} from '@tributary/contracts';
import { Endpoint, Problem, Valid } from '@tributary/http';
import type { Collection, ReadStore } from '@tributary/read-store';
import { z } from 'zod';
import {
  type Customer,
  type Product,
  customers,
  products,
} from '../../projections/reference-data/reference-data.ts';
import { CustomerSearch } from '../../use-cases/customer-search.ts';
import { ProductSearch } from '../../use-cases/product-search.ts';
import { readStoreToken } from '../tokens.ts';

const CustomerId = CustomerUpdated.shape.id;

const limit = z.coerce.number().int().min(1).max(50).default(25).describe('Most entries of the answer.');
const typed = (meaning: string) =>
  z.string().trim().min(1, 'Type something to search for.').max(200).describe(meaning);
const ProductQuery = z.strictObject({
  q: typed(
    'Words of the name or the SKU, in any order, case and accents. Each may be unfinished; one that stands alone or is the longest, from three characters on.',
  ),
  limit,
});
const CustomerQuery = z.strictObject({
  q: typed(
    'Words of the name, the e-mail or the customer id, which may be unfinished; or digits of the phone number, in any writing. The customer file is found by its last digits, too.',
  ),
  limit,
});

/** Products and customers as they were told last. */
@Controller('v1')
export class ReferenceDataController {
  constructor(
    @Inject(readStoreToken) private readonly store: ReadStore,
    @Inject(CustomerSearch) private readonly customerSearch: CustomerSearch,
    @Inject(ProductSearch) private readonly productSearch: ProductSearch,
  ) {}

  @Get('products')
  @Endpoint({
    tag: 'reference data',
    operation: 'searchProducts',
    summary: 'Products of the catalogue by words of their name, or by SKU',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: FoundProducts,
    query: ProductQuery,
  })
  async findProducts(@Query(new Valid(ProductQuery)) query: z.infer<typeof ProductQuery>) {
    return { items: await this.productSearch.find(query.q, query.limit) };
  }

  @Get('customers')
  @Endpoint({
    tag: 'reference data',
    operation: 'searchCustomers',
    summary: 'Customers by name, e-mail, phone or id, those among them whom only an order tells of',
    allow: ['integrator', 'ops', 'csr'],
    answer: FoundCustomers,
    query: CustomerQuery,
  })
  async findCustomers(@Query(new Valid(CustomerQuery)) query: z.infer<typeof CustomerQuery>) {
    return { items: await this.customerSearch.find(query.q, query.limit) };
  }

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
