import { setImmediate as othersTurn } from 'node:timers/promises';
import type { RecordedEvent } from '@tributary/event-store';
import {
  type Figure,
  type LedgerMoment,
  balancesAfter,
  judgedFrom,
  judging,
  summedAt,
} from '../domain/stock/figures.ts';
import { type MovementBlocks, entriesIn } from '../domain/stock/movement-blocks.ts';
import type { Place, StockFact } from '../domain/stock/stock.ts';
import type { StockLedgers } from './stock-ledgers.ts';

/** A moment on both axes, UTC ISO 8601; an axis that is left out is now. */
export interface Moment {
  /** What had happened by then, told whenever. */
  readonly asOf?: string | undefined;
  /** What had been recorded by then, whenever it happened. */
  readonly knownAt?: string | undefined;
}

/** Entries that are read and judged before others get their turn. */
const readAtOnce = 1_000;

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
    const { movements } = await this.ledgers.recorded(place);
    const before = await this.summed(place, movements, { known: from - 1 });
    const balances = balancesAfter(before, factsOf(events));
    return events.map((event, index) => ({ event, balance: balances[index]! }));
  }

  /**
   * What stood at a moment. As of an earlier one the entries are read that it divides (`summedAt`): of those told in
   * their order no more than a block has, at most the ledger. Finding what was known at one reads as many single
   * entries as halving the ledger takes, 18 of 100,000.
   */
  async at(place: Place, { asOf, knownAt }: Moment): Promise<Figure> {
    const { movements } = await this.ledgers.recorded(place);
    const all = entriesIn(movements);
    const known = knownAt === undefined ? all : await this.knownAt(place, knownAt, all);
    return this.summed(place, movements, { asOf, known });
  }

  private async summed(place: Place, movements: MovementBlocks, moment: LedgerMoment): Promise<Figure> {
    const { sum, from, to } = summedAt(movements, moment);
    const judge = judging(moment.asOf);
    let judged = judgedFrom(sum);
    for (let next = from; next <= to; next += readAtOnce) {
      const limit = Math.min(readAtOnce, to - next + 1);
      if (next > from) await othersTurn();
      judged = factsOf(await this.ledgers.ledger(place, next, limit)).reduce(judge, judged);
    }
    return judged.figure;
  }

  /** Version of the last entry that was recorded by a moment, 0 for none; entries are recorded one after the other. */
  private async knownAt(place: Place, moment: string, all: number): Promise<number> {
    let [known, unknown] = [0, all + 1];
    for (let next = all; unknown - known > 1; next = (known + unknown) >>> 1) {
      const [entry] = await this.ledgers.ledger(place, next, 1);
      if (entry && entry.recordedTime <= moment) known = next;
      else unknown = next;
    }
    return known;
  }
}

const factsOf = (events: readonly RecordedEvent[]) => events as readonly unknown[] as readonly StockFact[];
