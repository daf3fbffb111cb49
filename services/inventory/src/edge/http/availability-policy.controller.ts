import { Body, Controller, Get, Inject, Put, Query } from '@nestjs/common';
import {
  AvailabilityPolicy,
  AvailabilityPolicyAnswer,
  availabilityPolicyExample,
  AvailabilityPolicyVersions,
} from '@tributary/contracts';
import { type Setting, commandedBy } from '@tributary/event-store';
import { Endpoint, InForceQuery, type KeySubmitter, SubmittedBy, Valid, utc } from '@tributary/http';
import { availabilityPolicyToken } from '../tokens.ts';

/** What channels are told of stock. */
@Controller('v1/availability-policy')
export class AvailabilityPolicyController {
  constructor(@Inject(availabilityPolicyToken) private readonly policy: Setting<AvailabilityPolicy>) {}

  @Get()
  @Endpoint({
    tag: 'stock',
    operation: 'getAvailabilityPolicy',
    summary: 'What channels are told of stock',
    allow: ['integrator', 'ops', 'csr', 'analyst'],
    answer: AvailabilityPolicyAnswer,
    query: InForceQuery,
  })
  current(@Query(new Valid(InForceQuery)) { asOf }: InForceQuery) {
    return this.policy.at(asOf && utc(asOf));
  }

  @Get('versions')
  @Endpoint({
    tag: 'stock',
    operation: 'listAvailabilityPolicyVersions',
    summary: 'What channels were told of stock, from the newest to the first, and who set it',
    allow: ['ops', 'analyst'],
    answer: AvailabilityPolicyVersions,
  })
  async versions() {
    return { items: await this.policy.versions() };
  }

  @Put()
  @Endpoint({
    tag: 'stock',
    operation: 'setAvailabilityPolicy',
    summary: 'Set what channels are told of stock from now on; orders are sourced from all of it',
    allow: ['ops'],
    answer: AvailabilityPolicyAnswer,
    body: AvailabilityPolicy,
    bodyExamples: [availabilityPolicyExample],
  })
  async set(@Body(new Valid(AvailabilityPolicy)) asked: AvailabilityPolicy, @SubmittedBy() by: KeySubmitter) {
    await this.policy.set(commandedBy('tributary/inventory', by), asked);
    return this.policy.current();
  }
}
