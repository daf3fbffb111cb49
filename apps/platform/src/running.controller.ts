import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ConsumerGroups } from '@tributary/gateway';
import { Endpoint, Problem, Valid } from '@tributary/http';
import { z } from 'zod';

export const localGroupsToken = Symbol('LocalGroups');

const Place = z.strictObject({ partition: z.string().max(300), offset: z.number().int().min(0) });

/** What one process tells the gateway of itself; people ask the gateway. */
@Controller('v1/running')
@ApiExcludeController()
export class RunningController {
  constructor(@Inject(localGroupsToken) private readonly groups: ConsumerGroups) {}

  @Get('groups')
  @Endpoint({ tag: 'running', summary: 'Consumer groups of this process', allow: [] })
  status() {
    return this.groups.status();
  }

  @Post('groups/:group/redrive')
  @HttpCode(200)
  @Endpoint({ tag: 'running', summary: 'Hands over a parked message once more', allow: [], body: Place })
  async redrive(
    @Param('group', new Valid(z.string().max(200))) group: string,
    @Body(new Valid(Place)) place: z.infer<typeof Place>,
  ) {
    try {
      await this.groups.redrive(group, place);
    } catch (error) {
      throw new Problem(422, 'failed-again', (error as Error).message);
    }
    return {};
  }
}
