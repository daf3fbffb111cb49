import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { BoughtWith, MayLike, Sku } from '@tributary/contracts';
import { Endpoint, Problem, Valid } from '@tributary/http';
import { z } from 'zod';
import { BoughtTogether } from '../../use-cases/bought-together.ts';

const LimitQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(10).describe('Most goods of the answer.'),
});

/** What is bought with what. */
@Controller('v1')
export class AffinityController {
  constructor(@Inject(BoughtTogether) private readonly together: BoughtTogether) {}

  @Get('products/:sku/bought-with')
  @Endpoint({
    tag: 'reference data',
    operation: 'listBoughtWith',
    summary: 'What stands on orders with a product more often than on orders in general, and how often',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: BoughtWith,
    query: LimitQuery,
    params: { sku: 'SKU' },
  })
  boughtWith(
    @Param('sku', new Valid(Sku)) sku: string,
    @Query(new Valid(LimitQuery)) { limit }: z.infer<typeof LimitQuery>,
  ): Promise<BoughtWith> {
    return this.together.with(sku, limit);
  }

  @Get('customers/:customerId/may-like')
  @Endpoint({
    tag: 'reference data',
    operation: 'listMayLike',
    summary: 'Goods that a customer has not ordered and others ordered with what they have, and with which',
    allow: ['integrator', 'ops', 'csr', 'associate'],
    answer: MayLike,
    query: LimitQuery,
    params: { customerId: 'Customer id, or the e-mail of a guest' },
    problems: { 404: '`not-found`' },
  })
  async mayLike(
    @Param('customerId', new Valid(z.string().min(1).max(254))) idOrEmail: string,
    @Query(new Valid(LimitQuery)) { limit }: z.infer<typeof LimitQuery>,
  ): Promise<MayLike> {
    const found = await this.together.for(idOrEmail, limit);
    if (found) return found;
    throw new Problem(404, 'not-found', `Nothing was told here of a customer ${idOrEmail} (yet).`);
  }
}
