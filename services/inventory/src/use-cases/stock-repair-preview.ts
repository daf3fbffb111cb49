import type { RepairStock, RepairedStock } from '@tributary/contracts';
import { countOf } from '../domain/stock/counts.ts';
import { count } from '../domain/stock/movements.ts';
import { type Stock, type StockFact, available, evolve } from '../domain/stock/stock.ts';
import { movedSince } from './moved-since.ts';
import type { StockLedgers } from './stock-ledgers.ts';

/** What would become of stock by a repair, by the rules that decide it; nothing is recorded. */
export class StockRepairPreviews {
  constructor(private readonly ledgers: Pick<StockLedgers, 'recorded' | 'ledger'>) {}

  /**
   * One for each row, each by itself.
   * @param now when it would be told, UTC ISO 8601
   */
  of({ rows }: Pick<RepairStock, 'rows'>, now: string): Promise<readonly RepairedStock[]> {
    return Promise.all(rows.map((row) => this.repaired(row, now)));
  }

  private async repaired(row: RepairStock['rows'][number], now: string): Promise<RepairedStock> {
    const { sku, location, onHand, asOf } = row;
    const place = { sku, location };
    const stock = await this.ledgers.recorded(place);
    const counted = countOf(onHand, asOf === undefined ? now : new Date(asOf).toISOString(), now);
    const moved =
      counted.asOf >= stock.lastMovementAt
        ? 0
        : await movedSince(stock.movements, counted.asOf, (from, limit) =>
            this.ledgers.ledger(place, from, limit),
          );
    const facts = count(place, counted, stock.onHand - moved, stock);
    return {
      ...place,
      now: standingOf(stock),
      then: standingOf(facts.reduce(evolve, stock)),
      breaks: facts.flatMap(brokenIn),
    };
  }
}

const standingOf = (stock: Stock) => ({
  onHand: stock.onHand,
  reserved: stock.reserved,
  available: available(stock),
});

const brokenIn = (fact: StockFact): RepairedStock['breaks'] => {
  if (fact.type !== 'tributary.inventory.reservation-broken.v1') return [];
  const { orderId, fulfilmentId, lineId, quantity } = fact.data;
  return [{ orderId, fulfilmentId, lineId, quantity }];
};
