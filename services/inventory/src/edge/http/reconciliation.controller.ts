import { Body, Controller, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import {
  LocationId,
  RepairStock,
  StockBeliefs,
  StockDifferences,
  StockRepairPreview,
  Timestamp,
  repairStockExamples,
} from '@tributary/contracts';
import { Endpoint, Valid, sendFound, utc } from '@tributary/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { StockReconciliation } from '../../use-cases/stock-reconciliation.ts';
import { StockRepairPreviews } from '../../use-cases/stock-repair-preview.ts';
import { believedRows } from './believed-rows.ts';

const ReconciliationQuery = z.strictObject({
  asOf: Timestamp.optional().describe('The moment of rows that say none; now where left out.'),
  wholeLocation: z
    .union([LocationId.transform((id) => [id]), z.array(LocationId).max(50)])
    .optional()
    .describe(
      'A location of which the rows name all stock, or several: what is there and in no row is `missing`.',
    ),
});
const believed = { sku: 'MUG-BLUE', location: 'leeds' };

/** What others believe, beside what the ledgers say. */
@Controller('v1/reconciliations')
export class ReconciliationController {
  constructor(
    @Inject(StockReconciliation) private readonly reconciliation: StockReconciliation,
    @Inject(StockRepairPreviews) private readonly previews: StockRepairPreviews,
  ) {}

  @Post('stock')
  @HttpCode(200)
  @Endpoint({
    tag: 'stock',
    operation: 'reconcileStock',
    summary:
      'Compare what another system believes of stock with the ledgers: what differs, by how much, and which entries explain it. The body is JSON, or a file of up to 50,000 rows: CSV with a header, or NDJSON, of which rows that cannot be read are listed beside. Nothing is changed',
    allow: ['integrator', 'ops'],
    consumes: ['application/json', 'text/csv', 'application/x-ndjson'],
    body: StockBeliefs,
    bodyExamples: [
      [
        { ...believed, onHand: 73, available: 71, asOf: '2026-03-02T18:00:00Z' },
        { ...believed, reserved: 2 },
      ],
    ],
    answer: { list: StockDifferences },
    query: ReconciliationQuery,
    problems: {
      413: '`too-large`, `too-many-rows`',
      415: '`unsupported-media-type`, `unsupported-charset`',
      422: '`unreadable-file`: what its header lacks',
    },
  })
  async stock(
    @Query(new Valid(ReconciliationQuery)) { asOf, wholeLocation = [] }: z.infer<typeof ReconciliationQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = await believedRows(request);
    const asked = {
      now: new Date().toISOString(),
      wholeLocations: wholeLocation,
      ...(asOf !== undefined && { asOf: utc(asOf) }),
    };
    const entries = this.reconciliation.differences(rows, asked);
    await sendFound(reply, { name: 'stock-differences', answer: StockDifferences, entries });
  }

  @Post('stock/preview')
  @HttpCode(200)
  @Endpoint({
    tag: 'stock',
    operation: 'previewStockRepair',
    summary:
      'What stock would become if chosen rows were put right now, and which orders would lose their goods; nothing is recorded',
    allow: ['ops'],
    answer: StockRepairPreview,
    body: RepairStock,
    bodyExamples: repairStockExamples,
  })
  async preview(@Body(new Valid(RepairStock)) asked: RepairStock) {
    return { items: await this.previews.of(asked, new Date().toISOString()) };
  }
}
