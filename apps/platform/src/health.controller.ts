import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowEveryone } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import type { Readiness } from './readiness.ts';

export const readinessToken = Symbol('Readiness');

@Controller()
@ApiTags('running')
export class HealthController {
  constructor(@Inject(readinessToken) private readonly readiness: () => Promise<Readiness>) {}

  /** Says nothing of the engines: a process is not healed by a restart when its database is away. */
  @Get('healthz')
  @AllowEveryone()
  @HttpCode(200)
  @ApiOperation({ summary: 'The process lives' })
  alive() {
    return { status: 'alive' };
  }

  @Get('readyz')
  @AllowEveryone()
  @ApiOperation({ summary: 'Every consumer follows, every engine answers, and the process goes on' })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.readiness();
    void reply.code(readiness.status === 'ready' ? 200 : 503).send(readiness);
  }
}
