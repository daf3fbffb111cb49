import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Endpoint } from '@tributary/http';
import type { Telemetry } from '@tributary/telemetry';
import type { FastifyReply } from 'fastify';

export const telemetryToken = Symbol('Telemetry');

@Controller()
export class MetricsController {
  constructor(@Inject(telemetryToken) private readonly telemetry: Telemetry) {}

  @Get('metrics')
  @Endpoint({
    tag: 'running',
    operation: 'getMetrics',
    summary:
      'The numbers of this process, in the text format of Prometheus. Also for the token in `TRIBUTARY_METRICS_TOKEN`, which opens nothing else',
    allow: ['ops'],
    answer: {
      type: 'text/plain',
      schema: 'text',
      example: 'tributary_messages_handled_total{group="repository-orders"} 48213\n',
    },
  })
  metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.telemetry.contentType).header('cache-control', 'no-store');
    return this.telemetry.metrics();
  }
}
