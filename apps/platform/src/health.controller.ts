import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import type { EventBus } from '@tributary/event-bus';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowEveryone } from '@tributary/http';
import type { FastifyReply } from 'fastify';

export const busToken = Symbol('EventBus');

@Controller()
@ApiTags('running')
export class HealthController {
  constructor(@Inject(busToken) private readonly bus: EventBus) {}

  @Get('healthz')
  @AllowEveryone()
  @HttpCode(200)
  @ApiOperation({ summary: 'The process lives' })
  alive() {
    return { status: 'alive' };
  }

  /** Ready once every consumer has caught up with what was in the log when it started. */
  @Get('readyz')
  @AllowEveryone()
  @ApiOperation({ summary: 'All projections follow' })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    await this.bus.refresh();
    const groups = this.bus.status();
    const behind = groups.filter(({ following }) => !following);
    const ready = behind.length === 0 && groups.length > 0;
    void reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'catching-up',
      behind: behind.map(({ group, lag }) => ({ group, lag })),
    });
  }
}
