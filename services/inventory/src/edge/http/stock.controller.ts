import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import {
  Availabilities,
  Channel,
  type LedgerEntry,
  LedgerPart,
  LocationId,
  Sku,
  StockFigure,
  StockPositions,
} from '@tributary/contracts';
import {
  Endpoint,
  Valid,
  listLimit,
  listParameters,
  momentOf,
  momentParameters,
  sendList,
} from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { readStoreToken } from '../tokens.ts';
import { type StockPosition, stockPositions } from '../../projections/stock-position/stock-position.ts';
import { Availability } from '../../use-cases/availability.ts';
import { type Balanced, type Moment, StockFigures } from '../../use-cases/stock-figures.ts';
import { StockLedgers } from '../../use-cases/stock-ledgers.ts';

const stockSize = { usual: 50, most: 200 };
const ledgerSize = { usual: 100, most: 500 };

const PositionQuery = z.strictObject({
  sku: Sku.optional(),
  location: LocationId.optional(),
  ...momentParameters('The stock'),
  ...listParameters(stockSize),
});
const AvailabilityQuery = z.strictObject({
  sku: z
    .union([Sku.transform((sku) => [sku]), z.array(Sku).max(50)])
    .describe('A SKU, or several: `sku=A&sku=B`.'),
  channel: Channel.optional().describe('The channel that it is told to, by the availability policy.'),
});
const LedgerQuery = z.strictObject({
  from: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('Version of the first entry: `next` of the part before.'),
  limit: listLimit(ledgerSize),
});
const MomentQuery = z.strictObject(momentParameters('The stock'));
const Place = z.strictObject({ sku: Sku, location: LocationId });
type Place = z.infer<typeof Place>;

@Controller('v1')
export class StockController {
  constructor(
    @Inject(StockLedgers) private readonly ledgers: StockLedgers,
    @Inject(StockFigures) private readonly figures: StockFigures,
    @Inject(readStoreToken) private readonly store: ReadStore,
    @Inject(Availability) private readonly availabilities: Availability,
  ) {}

  @Get('stock')
  @Endpoint({
    tag: 'stock',
    operation: 'listStock',
    summary:
      'Stock positions by SKU and location, as they are now or as they were at a moment; `notSold` says why nothing is sold from one now',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: { list: StockPositions },
    query: PositionQuery,
  })
  async positions(
    @Query(new Valid(PositionQuery)) { limit, cursor, ...asked }: z.infer<typeof PositionQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const list = {
      name: 'stock',
      answer: StockPositions,
      size: stockSize,
      part: (most: number, after?: string) => this.positionsOf(asked, momentOf(asked), most, after),
    };
    await sendList(reply, list, { limit, cursor });
  }

  private async positionsOf(
    { sku, location }: Partial<Place>,
    moment: Moment | undefined,
    limit: number,
    cursor: string | undefined,
  ) {
    const { items, next } = await this.store.find(stockPositions, {
      where: { ...(sku && { sku }), ...(location && { location }) },
      sort: { by: 'sku', direction: 'asc' },
      limit,
      ...(cursor && { cursor }),
    });
    const positions = items.map(({ json }) => JSON.parse(json) as StockPosition);
    return {
      items: moment ? await this.asTheyWere(positions, moment) : await this.availabilities.marked(positions),
      ...(next && { next }),
    };
  }

  /** Positions as they were at a moment, without those of which nothing was told by then. */
  private async asTheyWere(positions: readonly StockPosition[], moment: Moment) {
    const past = [];
    for (const { sku, location } of positions) {
      const { onHand, reserved, entries } = await this.figures.at({ sku, location } as Place, moment);
      if (entries > 0)
        past.push({ sku, location, onHand, reserved, available: Math.max(0, onHand - reserved) });
    }
    return past;
  }

  @Get('availability')
  @Endpoint({
    tag: 'stock',
    operation: 'getAvailability',
    summary:
      'What can be sold of up to 50 SKUs, in all or as a channel is told, at each active location of the network, and what does not count and why; not by parts, since the sum is of all of them',
    allow: 'any',
    answer: Availabilities,
    query: AvailabilityQuery,
  })
  async availability(
    @Query(new Valid(AvailabilityQuery)) { sku, channel }: z.infer<typeof AvailabilityQuery>,
  ) {
    return { items: await this.availabilities.of(sku, channel) };
  }

  /** Straight from the ledger: never behind. */
  @Get('stock/:sku/:location')
  @Endpoint({
    tag: 'stock',
    operation: 'getStock',
    summary:
      'One stock figure as it is now, or as it was at a moment: as it was true then, or known then, or both',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: StockFigure,
    query: MomentQuery,
    params: { sku: 'SKU', location: 'Location id' },
  })
  async figure(
    @Param(new Valid(Place)) place: Place,
    @Query(new Valid(MomentQuery)) asked: z.infer<typeof MomentQuery>,
  ): Promise<StockFigure> {
    const moment = momentOf(asked);
    const { onHand, reserved, entries } = await this.figures.at(place, moment ?? {});
    return { ...place, onHand, reserved, ...moment, entries };
  }

  /**
   * Straight from the ledger's events: provenance, and never behind. `at` is when it happened, `late`
   * what was told after a count that had seen it, `onHand` and `reserved` what stood after it.
   */
  @Get('stock/:sku/:location/ledger')
  @Endpoint({
    tag: 'stock',
    operation: 'getLedger',
    summary: 'The events that sum to a stock figure, oldest first, each with what stood after it',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: { list: LedgerPart },
    query: LedgerQuery,
    params: { sku: 'SKU', location: 'Location id' },
  })
  async ledger(
    @Param(new Valid(Place)) place: Place,
    @Query(new Valid(LedgerQuery)) { from, limit }: z.infer<typeof LedgerQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const list = {
      name: 'ledger',
      answer: LedgerPart,
      size: ledgerSize,
      part: (most: number, at = from) => this.entries(place, at, most),
      beside: async () => {
        const { onHand, reserved } = await this.ledgers.recorded(place);
        return { ...place, onHand, reserved };
      },
    };
    await sendList(reply, list, { limit });
  }

  private async entries(place: Place, from: number, limit: number) {
    const entries = await this.figures.entries(place, from, limit);
    return { items: entries.map(entryOf), ...(entries.length === limit && { next: from + limit }) };
  }
}

const entryOf = ({ event, balance: { onHand, reserved } }: Balanced): LedgerEntry => ({
  eventId: event.id,
  type: event.type,
  version: event.version,
  at: event.time,
  recordedAt: event.recordedTime,
  late: (event.data as { late?: true }).late === true,
  source: event.metadata.source,
  ...(event.metadata.causationId !== undefined && { causationId: event.metadata.causationId }),
  onHand,
  reserved,
  data: event.data,
});
