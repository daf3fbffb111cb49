import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { CustomerOverview } from '@tributary/contracts';
import { Endpoint, Problem, Valid, momentOf, momentParameters } from '@tributary/http';
import { z } from 'zod';
import { CustomerOverviews } from '../../use-cases/customer-overviews.ts';

const MomentQuery = z.strictObject(momentParameters('What they ordered'));

/** One customer over all channels and stores. */
@Controller('v1/customers')
export class CustomerOverviewController {
  constructor(@Inject(CustomerOverviews) private readonly overviews: CustomerOverviews) {}

  @Get(':customerId/overview')
  @Endpoint({
    tag: 'reference data',
    operation: 'getCustomerOverview',
    summary:
      'A customer over all channels and stores: what they order, what it is worth, what comes back, what is open; now, or with their orders as they were at a moment',
    allow: ['integrator', 'ops', 'csr', 'associate'],
    answer: CustomerOverview,
    query: MomentQuery,
    params: { customerId: 'Customer id, or the e-mail of a guest' },
    problems: { 404: '`not-found`' },
  })
  async overview(
    @Param('customerId', new Valid(z.string().min(1).max(254))) idOrEmail: string,
    @Query(new Valid(MomentQuery)) asked: z.infer<typeof MomentQuery>,
  ): Promise<CustomerOverview> {
    const overview = await this.overviews.of(idOrEmail, momentOf(asked));
    if (overview) return overview;
    throw new Problem(404, 'not-found', `Nothing was told here of a customer ${idOrEmail} (yet).`);
  }
}
