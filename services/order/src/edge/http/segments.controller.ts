import { Body, Controller, Get, Inject, Put, Query } from '@nestjs/common';
import { Segments, SegmentsAnswer, SegmentsVersions, segmentsExample } from '@tributary/contracts';
import { Endpoint, InForceQuery, type KeySubmitter, SubmittedBy, Valid, utc } from '@tributary/http';
import { OrderSettings } from '../../use-cases/order-settings.ts';
import { commandCause } from './idempotency.ts';

/** Into which segments customers fall by what they do. */
@Controller('v1/segments')
export class SegmentsController {
  constructor(@Inject(OrderSettings) private readonly settings: OrderSettings) {}

  @Get()
  @Endpoint({
    tag: 'reference data',
    operation: 'getSegments',
    summary: 'Into which segments customers fall, and by which numbers they are scored',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: SegmentsAnswer,
    query: InForceQuery,
  })
  defined(@Query(new Valid(InForceQuery)) { asOf }: InForceQuery) {
    return this.settings.segments.at(asOf && utc(asOf));
  }

  @Get('versions')
  @Endpoint({
    tag: 'reference data',
    operation: 'listSegmentsVersions',
    summary: 'What the segments were, from the newest to the first, and who defined them',
    allow: ['ops', 'csr', 'analyst'],
    answer: SegmentsVersions,
  })
  async versions() {
    return { items: await this.settings.segments.versions() };
  }

  @Put()
  @Endpoint({
    tag: 'reference data',
    operation: 'setSegments',
    summary: 'Define into which segments customers fall from now on, and by which numbers they are scored',
    allow: ['ops'],
    answer: SegmentsAnswer,
    body: Segments,
    bodyExamples: [segmentsExample],
  })
  async define(@Body(new Valid(Segments)) asked: Segments, @SubmittedBy() by: KeySubmitter) {
    await this.settings.segments.set(commandCause(by, undefined, []), asked);
    return this.settings.segments.current();
  }
}
