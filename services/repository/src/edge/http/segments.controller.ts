import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  CustomerSegments as CustomerSegmentsAnswer,
  Segment,
  SegmentCustomers,
  Segments,
  SegmentsPreview,
  segmentsExample,
} from '@tributary/contracts';
import { Endpoint, Problem, Valid, listParameters, sendList } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CustomerSegments } from '../../use-cases/customer-segments.ts';
import { SegmentSamples } from '../../use-cases/segment-samples.ts';

/** So many customers are looked at for an answer, whoever of them is in it. */
const listSize = { usual: 50, most: 50 };
const MembersQuery = z.strictObject(listParameters(listSize));

/** Who is in which segment, and why. */
@Controller('v1')
export class SegmentsController {
  constructor(
    @Inject(CustomerSegments) private readonly segments: CustomerSegments,
    @Inject(SegmentSamples) private readonly samples: SegmentSamples,
  ) {}

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

  @Get('segments/:segmentId/customers')
  @Endpoint({
    tag: 'reference data',
    operation: 'listSegmentCustomers',
    summary:
      'Who is in a segment, of the customer file alone, by id: guests are not listed. An answer looks at as many customers as it may have entries, so that it may have fewer, or none, and a `next`',
    allow: ['integrator', 'ops', 'csr'],
    answer: { list: SegmentCustomers },
    params: { segmentId: 'Segment id' },
    query: MembersQuery,
    problems: { 404: '`not-found`' },
  })
  async members(
    @Param('segmentId', new Valid(Segment.shape.segmentId)) segmentId: string,
    @Query(new Valid(MembersQuery)) { limit, cursor }: z.infer<typeof MembersQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = new Date().toISOString();
    const part = async (most: number, after?: string) => {
      const members = await this.segments.members(segmentId, now, most, after);
      if (members) return members;
      throw new Problem(404, 'not-found', `No segment ${segmentId} is defined.`);
    };
    await sendList(
      reply,
      { name: segmentId, answer: SegmentCustomers, size: listSize, part },
      { limit, cursor },
    );
  }

  @Post('segments/preview')
  @HttpCode(200)
  @Endpoint({
    tag: 'reference data',
    operation: 'previewSegments',
    summary:
      'Who of the 100 customers who ordered last would be in segments, and by which numbers to score them; nothing is set',
    allow: ['ops'],
    answer: SegmentsPreview,
    body: Segments,
    bodyExamples: [segmentsExample],
  })
  preview(@Body(new Valid(Segments)) asked: Segments): Promise<SegmentsPreview> {
    return this.samples.preview(asked, new Date().toISOString());
  }
}
