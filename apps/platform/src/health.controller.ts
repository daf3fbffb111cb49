import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import { Alive, Readiness } from '@tributary/contracts';
import { Endpoint } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import type { readinessOf } from './readiness.ts';

export const readinessToken = Symbol('Readiness');

@Controller()
export class HealthController {
  constructor(
    @Inject(readinessToken) private readonly readiness: Pick<ReturnType<typeof readinessOf>, 'now'>,
  ) {}

  @Get('livez')
  @HttpCode(200)
  @Endpoint({
    tag: 'running',
    operation: 'isAlive',
    summary: 'The process lives',
    allow: 'everyone',
    answer: Alive,
  })
  alive() {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Endpoint({
    tag: 'running',
    operation: 'isReady',
    summary:
      'Requests may come here: the engines answer, and the consumer groups of this process have caught up',
    allow: 'everyone',
    answer: Readiness,
    alsoAnswers: { 503: 'They may not, and why' },
  })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.readiness.now();
    void reply.code(readiness.status === 'ready' ? 200 : 503).send(readiness);
  }
}
