import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import {
  SetTimelinePolicy,
  type TimelinePolicy,
  TimelinePreview,
  timelinePolicyExample,
} from '@tributary/contracts';
import { Endpoint, Valid } from '@tributary/http';
import { TimelineSamples } from '../../use-cases/timeline-samples.ts';

/** What a timeline policy would leave out. */
@Controller('v1/timeline-policy')
export class TimelinePreviewController {
  constructor(@Inject(TimelineSamples) private readonly samples: TimelineSamples) {}

  @Post('preview')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'previewTimelinePolicy',
    summary:
      'What a policy would leave out of the timelines of the 200 orders that were placed last; nothing is set',
    allow: ['ops'],
    answer: TimelinePreview,
    body: SetTimelinePolicy,
    bodyExamples: [timelinePolicyExample],
  })
  preview(@Body(new Valid(SetTimelinePolicy)) asked: TimelinePolicy): Promise<TimelinePreview> {
    return this.samples.preview(asked);
  }
}
