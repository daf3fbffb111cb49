import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import {
  type InboundData,
  RepairStock,
  StockRepairs as Repaired,
  repairStockExamples,
} from '@tributary/contracts';
import {
  Endpoint,
  type KeySubmitter,
  SubmittedBy,
  Valid,
  idempotencyHeader,
  keyReused,
  mustBeIdempotencyKey,
} from '@tributary/http';
import { v7 as uuid } from 'uuid';
import { StockRepairs } from '../../use-cases/stock-repairs.ts';

/** Stock is put right, as people chose it. */
@Controller('v1/reconciliations')
export class StockRepairsController {
  constructor(@Inject(StockRepairs) private readonly repairs: StockRepairs) {}

  @Post('stock/repair')
  @HttpCode(200)
  @Endpoint({
    tag: 'stock',
    operation: 'repairStock',
    summary:
      'Put chosen rows right: each is recorded as a count of its moment, with who, when and why; what moved after it stays on top. Stock follows a moment later, and orders that lose their goods are sourced anew',
    allow: ['ops'],
    answer: Repaired,
    body: RepairStock,
    bodyExamples: repairStockExamples,
    headers: idempotencyHeader,
    problems: { 422: '`idempotency-key-reused`' },
  })
  async repair(
    @Body(new Valid(RepairStock)) asked: RepairStock,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    mustBeIdempotencyKey(key);
    const id = key === undefined ? uuid() : `${by.keyId}\n${key}`;
    const events = await this.repairs.repair(asked, id, by);
    if (!events) throw keyReused();
    return {
      items: events.map((event) => {
        const data = event.data as InboundData<'tributary.stock.counted.v1'>;
        const { sku, location, quantity, countedAt, reason } = data;
        const asOf = countedAt !== undefined && { asOf: countedAt };
        return { sku, location, onHand: quantity, ...asOf, reason, at: event.time, messageId: event.id };
      }),
    };
  }
}
