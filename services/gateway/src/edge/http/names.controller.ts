import { Controller, Get, Inject, Query } from '@nestjs/common';
import { UnknownNames } from '@tributary/contracts';
import { Endpoint, Valid } from '@tributary/http';
import { z } from 'zod';
import { Names } from '../../use-cases/names.ts';

const ListQuery = z.strictObject({
  kind: z.enum(['location', 'sku']).optional().describe('What they name.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Most entries of the answer.'),
  cursor: z.string().max(1_000).optional().describe('`next` of the part before; left out for the first.'),
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
    answer: UnknownNames,
    query: ListQuery,
  })
  list(@Query(new Valid(ListQuery)) { kind, limit, cursor }: z.infer<typeof ListQuery>) {
    return this.names.unresolved(kind, limit, cursor);
  }
}
