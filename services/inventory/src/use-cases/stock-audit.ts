import type { Audit, RecordedEvent, Violation } from '@tributary/event-store';
import { type Stock, type StockFact, evolve, noStock } from '../domain/stock/stock.ts';

/** Stock ledgers, checked after every event: nothing is promised that is not there, and every figure is the sum of its entries. */
export const stockAudit = (): Audit => {
  const stocks = new Map<string, { stock: Stock; sum: number }>();
  return {
    invariants: ['no-oversell', 'ledger-balances'],
    *see(service, event) {
      if (service !== 'inventory' || !event.stream.startsWith('stock-')) return;
      const before = stocks.get(event.stream) ?? { stock: noStock, sum: 0 };
      const stock = evolve(before.stock, event as unknown as StockFact);
      const sum = before.sum + ((event.data as { delta?: number }).delta ?? 0);
      stocks.set(event.stream, { stock, sum });
      yield* faults(event, stock, sum);
    },
  };
};

function* faults({ stream, position }: RecordedEvent, stock: Stock, sum: number): Generator<Violation> {
  const at = { position, where: stream };
  if (stock.reserved > Math.max(0, stock.onHand)) {
    yield {
      ...at,
      invariant: 'no-oversell',
      problem: `${stock.reserved} reserved of ${stock.onHand} on hand`,
    };
  }
  if (stock.onHand !== sum)
    yield { ...at, invariant: 'ledger-balances', problem: `on hand ${stock.onHand}, entries sum to ${sum}` };
  const open = stock.reservations.units();
  if (open !== stock.reserved)
    yield {
      ...at,
      invariant: 'ledger-balances',
      problem: `reserved ${stock.reserved}, open reservations sum to ${open}`,
    };
}
