import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowEveryone } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import type { readinessOf } from './readiness.ts';

export const readinessToken = Symbol('Readiness');

@Controller()
@ApiTags('running')
export class HealthController {
  constructor(
    @Inject(readinessToken) private readonly readiness: Pick<ReturnType<typeof readinessOf>, 'now'>,
  ) {}

  @Get('livez')
  @AllowEveryone()
  @HttpCode(200)
  @ApiOperation({ summary: 'The process lives' })
  alive() {
    return { status: 'alive' };
  }

  @Get('readyz')
  @AllowEveryone()
  @ApiOperation({
    summary:
      'Requests may come here: the engines answer, and the consumer groups of this process have caught up',
  })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.readiness.now();
    void reply.code(readiness.status === 'ready' ? 200 : 503).send(readiness);
  }
}
