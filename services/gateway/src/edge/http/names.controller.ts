import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Endpoint, Valid } from '@tributary/http';
import { z } from 'zod';
import { Names } from '../../use-cases/names.ts';

const ListQuery = z.strictObject({
  kind: z.enum(['location', 'sku']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_000).optional(),
});

@Controller('v1/unknown-names')
export class NamesController {
  constructor(@Inject(Names) private readonly names: Names) {}

  @Get()
  @Endpoint({
    tag: 'quarantine',
    summary:
      'Locations and SKUs that messages named and nobody has defined yet, first used first; a page may be shorter than asked for',
    allow: ['integrator', 'ops'],
    query: ListQuery,
  })
  list(@Query(new Valid(ListQuery)) { kind, limit, cursor }: z.infer<typeof ListQuery>) {
    return this.names.unresolved(kind, limit, cursor);
  }
}
