import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ConsumerGroups } from '@tributary/gateway';
import { AllowGateway, Problem, Valid } from '@tributary/http';
import { z } from 'zod';

export const groupsHereToken = Symbol('GroupsHere');

const Place = z.strictObject({
  partition: z.string().max(300),
  offset: z.number().int().min(0),
});

/** What one process tells the gateway of its consumer groups; people ask the gateway. */
@Controller('v1/running/groups')
@ApiExcludeController()
export class RunningController {
  constructor(@Inject(groupsHereToken) private readonly groups: ConsumerGroups) {}

  @Get()
  @AllowGateway()
  status() {
    return this.groups.status();
  }

  @Post(':group/redrive')
  @AllowGateway()
  @HttpCode(204)
  async redrive(
    @Param('group', new Valid(z.string().min(1).max(200))) group: string,
    @Body(new Valid(Place)) place: z.infer<typeof Place>,
  ): Promise<void> {
    try {
      await this.groups.redrive(group, place);
    } catch (error) {
      throw new Problem(422, 'failed-again', (error as Error).message);
    }
  }
}
