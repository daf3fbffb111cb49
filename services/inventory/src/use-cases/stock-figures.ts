import type { RecordedEvent } from '@tributary/event-store';
import { type Figure, balancesAfter, summedTo } from '../domain/stock/figures.ts';
import type { Place, Stock, StockFact } from '../domain/stock/stock.ts';
import type { StockLedgers } from './stock-ledgers.ts';

/** An entry of a ledger, and what stood after it. */
export interface Balanced {
  readonly event: RecordedEvent;
  readonly balance: Figure;
}

/** How the figures of stock came about, straight from the ledgers. */
export class StockFigures {
  constructor(private readonly ledgers: Pick<StockLedgers, 'recorded' | 'ledger'>) {}

  /**
   * Entries of a ledger, oldest first, each with what stood after it. Beside them fewer entries than a block has
   * (512) are read, wherever they begin: what came before is summed in the state, which is in memory, or made of
   * the snapshot and at most a thousand entries.
   * @param from version of the first
   */
  async entries(place: Place, from: number, limit: number): Promise<readonly Balanced[]> {
    const events = await this.ledgers.ledger(place, from, limit);
    if (events.length === 0) return [];
    const before = await this.after(place, await this.ledgers.recorded(place), from - 1);
    const balances = balancesAfter(before, factsOf(events));
    return events.map((event, index) => ({ event, balance: balances[index]! }));
  }

  /** What stood after an entry of a ledger. */
  private async after(place: Place, { movements }: Stock, version: number): Promise<Figure> {
    const { sum, from, to } = summedTo(movements, version);
    const read = from > to ? [] : await this.ledgers.ledger(place, from, to - from + 1);
    return balancesAfter(sum, factsOf(read)).at(-1) ?? sum;
  }
}

const factsOf = (events: readonly RecordedEvent[]) => events as readonly unknown[] as readonly StockFact[];
