import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Availabilities, LedgerPart, LocationId, Sku, StockPositions } from '@tributary/contracts';
import { Endpoint, Valid } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import { z } from 'zod';
import { readStoreToken } from '../tokens.ts';
import { type StockPosition, stockPositions } from '../../projections/stock-position/stock-position.ts';
import { Availability } from '../../use-cases/availability.ts';
import { StockLedgers } from '../../use-cases/stock-ledgers.ts';

const PositionQuery = z.strictObject({
  sku: Sku.optional(),
  location: LocationId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Most entries of the answer.'),
  cursor: z.string().max(500).optional().describe('`next` of the part before; left out for the first.'),
});
const AvailabilityQuery = z.strictObject({
  sku: z
    .union([Sku.transform((sku) => [sku]), z.array(Sku).max(50)])
    .describe('A SKU, or several: `sku=A&sku=B`.'),
});
const LedgerQuery = z.strictObject({
  from: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('Version of the first entry: `next` of the part before.'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('Most entries of the answer.'),
});
const Place = z.strictObject({ sku: Sku, location: LocationId });

@Controller('v1')
export class StockController {
  constructor(
    @Inject(StockLedgers) private readonly ledgers: StockLedgers,
    @Inject(readStoreToken) private readonly store: ReadStore,
    @Inject(Availability) private readonly availabilities: Availability,
  ) {}

  @Get('stock')
  @Endpoint({
    tag: 'stock',
    operation: 'listStock',
    summary: 'Stock positions by SKU and location; `notSold` says why nothing is sold from one',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: StockPositions,
    query: PositionQuery,
  })
  async positions(
    @Query(new Valid(PositionQuery)) { sku, location, limit, cursor }: z.infer<typeof PositionQuery>,
  ) {
    const { items, next } = await this.store.find(stockPositions, {
      where: { ...(sku && { sku }), ...(location && { location }) },
      sort: { by: 'sku', direction: 'asc' },
      limit,
      ...(cursor && { cursor }),
    });
    const positions = items.map(({ json }) => JSON.parse(json) as StockPosition);
    return { items: await this.availabilities.marked(positions), ...(next && { next }) };
  }

  @Get('availability')
  @Endpoint({
    tag: 'stock',
    operation: 'getAvailability',
    summary: 'What can be sold of some SKUs, in all and at each active location of the network',
    allow: 'any',
    answer: Availabilities,
    query: AvailabilityQuery,
  })
  async availability(@Query(new Valid(AvailabilityQuery)) { sku }: z.infer<typeof AvailabilityQuery>) {
    return { items: await Promise.all(sku.map((one) => this.availabilities.of(one))) };
  }

  /**
   * Straight from the ledger's events: provenance, and never behind. `at` is when it happened, `late`
   * what was told after a count that had seen it.
   */
  @Get('stock/:sku/:location/ledger')
  @Endpoint({
    tag: 'stock',
    operation: 'getLedger',
    summary: 'The events that sum to a stock figure, oldest first',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: LedgerPart,
    query: LedgerQuery,
    params: { sku: 'SKU', location: 'Location id' },
  })
  async ledger(
    @Param(new Valid(Place)) place: z.infer<typeof Place>,
    @Query(new Valid(LedgerQuery)) { from, limit }: z.infer<typeof LedgerQuery>,
  ) {
    const [{ onHand, reserved }, events] = await Promise.all([
      this.ledgers.at(place),
      this.ledgers.ledger(place, from, limit),
    ]);
    return {
      ...place,
      onHand,
      reserved,
      items: events.map(({ id, type, version, time, recordedTime, data, metadata }) => ({
        eventId: id,
        type,
        version,
        at: time,
        recordedAt: recordedTime,
        late: (data as { late?: true }).late === true,
        source: metadata.source,
        causationId: metadata.causationId,
        data,
      })),
      ...(events.length === limit && { next: from + limit }),
    };
  }
}
