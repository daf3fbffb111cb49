import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CustomerSegments as CustomerSegmentsAnswer } from '@tributary/contracts';
import { Endpoint, Problem, Valid } from '@tributary/http';
import { z } from 'zod';
import { CustomerSegments } from '../../use-cases/customer-segments.ts';

/** Who is in which segment, and why. */
@Controller('v1')
export class SegmentsController {
  constructor(@Inject(CustomerSegments) private readonly segments: CustomerSegments) {}

  @Get('customers/:customerId/segments')
  @Endpoint({
    tag: 'reference data',
    operation: 'getCustomerSegments',
    summary:
      'In which segments a customer is, and why; what they miss by for the others; and their scores with what they come from',
    allow: ['integrator', 'ops', 'csr', 'associate'],
    answer: CustomerSegmentsAnswer,
    params: { customerId: 'Customer id, or the e-mail of a guest' },
    problems: { 404: '`not-found`' },
  })
  async of(
    @Param('customerId', new Valid(z.string().min(1).max(254))) idOrEmail: string,
  ): Promise<CustomerSegmentsAnswer> {
    const standing = await this.segments.of(idOrEmail, new Date().toISOString());
    if (standing) return standing;
    throw new Problem(404, 'not-found', `Nothing was told here of a customer ${idOrEmail} (yet).`);
  }
}
