import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { UnknownNames } from '@tributary/contracts';
import { Endpoint, Valid, listParameters, sendList } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Names } from '../../use-cases/names.ts';

const size = { usual: 50, most: 200 };

const ListQuery = z.strictObject({
  kind: z.enum(['location', 'sku']).optional().describe('What they name.'),
  ...listParameters(size),
});

@Controller('v1/unknown-names')
export class NamesController {
  constructor(@Inject(Names) private readonly names: Names) {}

  @Get()
  @Endpoint({
    tag: 'quarantine',
    operation: 'listUnknownNames',
    summary:
      'Locations and SKUs that messages named and nobody has defined yet, first used first; a page may be shorter than asked for',
    allow: ['integrator', 'ops'],
    answer: { list: UnknownNames },
    query: ListQuery,
  })
  async list(
    @Query(new Valid(ListQuery)) { kind, ...asked }: z.infer<typeof ListQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const part = (limit: number, cursor?: string) => this.names.unresolved(kind, limit, cursor);
    await sendList(reply, { name: 'unknown-names', answer: UnknownNames, size, part }, asked);
  }
}
