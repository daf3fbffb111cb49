import { Body, Controller, Get, Inject, Put, Query } from '@nestjs/common';
import {
  SetTimelinePolicy,
  type TimelinePolicy,
  TimelinePolicyAnswer,
  TimelinePolicyVersions,
  timelinePolicyExample,
} from '@tributary/contracts';
import { Endpoint, InForceQuery, type KeySubmitter, SubmittedBy, Valid, utc } from '@tributary/http';
import { OrderSettings } from '../../use-cases/order-settings.ts';
import { commandCause } from './idempotency.ts';

/** What the timelines of orders leave out. */
@Controller('v1/timeline-policy')
export class TimelinePolicyController {
  constructor(@Inject(OrderSettings) private readonly settings: OrderSettings) {}

  @Get()
  @Endpoint({
    tag: 'orders',
    operation: 'getTimelinePolicy',
    summary: 'What the timelines of orders leave out, by which rules',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: TimelinePolicyAnswer,
    query: InForceQuery,
  })
  inForce(@Query(new Valid(InForceQuery)) { asOf }: InForceQuery) {
    return this.settings.timelinePolicy.at(asOf && utc(asOf));
  }

  @Get('versions')
  @Endpoint({
    tag: 'orders',
    operation: 'listTimelinePolicyVersions',
    summary: 'What timelines left out, from the newest rules to the first, and who set them',
    allow: ['ops', 'csr', 'analyst'],
    answer: TimelinePolicyVersions,
  })
  async versions() {
    return { items: await this.settings.timelinePolicy.versions() };
  }

  @Put()
  @Endpoint({
    tag: 'orders',
    operation: 'setTimelinePolicy',
    summary:
      'Set what the timelines of orders leave out from now on, also of what was told before; nothing is lost by it',
    allow: ['ops'],
    answer: TimelinePolicyAnswer,
    body: SetTimelinePolicy,
    bodyExamples: [timelinePolicyExample],
  })
  async set(@Body(new Valid(SetTimelinePolicy)) asked: TimelinePolicy, @SubmittedBy() by: KeySubmitter) {
    await this.settings.timelinePolicy.set(commandCause(by, undefined, []), asked);
    return this.settings.timelinePolicy.current();
  }
}
