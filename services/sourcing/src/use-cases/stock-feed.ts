import { type StockState, factTopics, placeKeyOf, stateTopics } from '@tributary/contracts';
import type { BusMessage, EventBus, Place, Reading } from '@tributary/event-bus';
import { StoreUnavailable } from '@tributary/event-store';
import { type SkuStock, withLevel, withoutLevel } from '../projections/stock-replica/stock-replica.ts';
import type { KnownStock, Ledger } from './known-stock.ts';
import { ReachedPlaces } from './reached-places.ts';

/** A ledger, and the place up to which its level is folded. */
interface Known extends Ledger {
  readonly offset: number;
}

/**
 * All stock levels as inventory publishes them, in the memory of each process: read from the beginning at
 * every start, so that the processes of a group, which share the facts, share nothing of this.
 *
 * A level is told late, twice, or after a newer one. Of one partition of the facts, whose name holds the
 * epoch of inventory's log, it is taken where its place is not before that of the level known. Another
 * partition told of under the same number is that of another epoch, and newer the first time it is told of:
 * levels of the one before are no longer of the log that there is, so they are forgotten, and whatever is
 * told of it later is passed over.
 */
export class StockFeed implements KnownStock {
  readonly collections = [];
  private readonly stocks = new Map<string, SkuStock>();
  /** Partition of the states → those of the facts that they were folded from, the newest epoch last. */
  private readonly epochs = new Map<string, string[]>();
  /** Partition of the facts → key of a ledger → what is known of it. */
  private readonly ledgers = new Map<string, Map<string, Known>>();
  private readonly reached = new ReachedPlaces();
  private reading: Reading | undefined;

  /** Resolves once the levels published by now are known. */
  async start(bus: Pick<EventBus, 'broadcast'>): Promise<void> {
    this.reading = await bus.broadcast({
      topics: [stateTopics.stock],
      from: 'beginning',
      handle: (messages) => {
        for (const message of messages) this.take(message);
        return Promise.resolve();
      },
    });
  }

  of(sku: string): SkuStock | undefined {
    return this.stocks.get(sku);
  }

  /** Only for a place among inventory's facts: no other can be compared with those of levels. */
  async caughtUp(place: Place): Promise<void> {
    if (place.partition.startsWith(`${factTopics.inventory}:`)) await this.reached.waitFor(place);
  }

  /** By ledger: levels that were folded together have one place, and may be read one after another. */
  knows({ partition, offset }: Place, { sku, location }: Ledger): boolean {
    return (this.ledgers.get(partition)?.get(placeKeyOf(sku, location))?.offset ?? -1) >= offset;
  }

  async refresh(): Promise<void> {
    if (!this.reading) throw new StoreUnavailable('Stock levels are not read yet.');
    await this.reading.caughtUp();
  }

  close(): Promise<void> {
    this.reached.release();
    return Promise.resolve();
  }

  private take({ partition, key, event }: BusMessage): void {
    const state = event.data as StockState | null;
    if (state === null) this.forget(partition, key);
    else if (this.isOfNewestEpoch(partition, state.through.partition)) this.know(key, state);
  }

  private know(key: string, { through: { partition, offset }, ...level }: StockState): void {
    const ledgers = this.ledgers.get(partition)!;
    if (offset < (ledgers.get(key)?.offset ?? 0)) return;
    const { sku, location } = level;
    ledgers.set(key, { sku, location, offset });
    this.stocks.set(sku, withLevel(this.stocks.get(sku), level));
    this.reached.reach({ partition, offset });
  }

  private isOfNewestEpoch(partition: string, folded: string): boolean {
    const epochs = this.epochs.get(partition) ?? [];
    const newest = epochs.at(-1);
    if (folded === newest) return true;
    if (epochs.includes(folded)) return false;
    if (newest !== undefined) {
      for (const ledger of this.ledgers.get(newest)!.values()) this.remove(ledger);
      this.ledgers.delete(newest);
    }
    this.epochs.set(partition, [...epochs, folded]);
    this.ledgers.set(folded, new Map());
    return true;
  }

  private forget(partition: string, key: string): void {
    const ledgers = this.ledgers.get(this.epochs.get(partition)?.at(-1) ?? '');
    const ledger = ledgers?.get(key);
    if (!ledger) return;
    this.remove(ledger);
    ledgers!.delete(key);
  }

  private remove({ sku, location }: Ledger): void {
    const left = withoutLevel(this.stocks.get(sku)!, location);
    if (left) this.stocks.set(sku, left);
    else this.stocks.delete(sku);
  }
}
