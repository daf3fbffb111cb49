import type { BatchSubscription, BusMessage, EventBus, Place } from '@tributary/event-bus';
import { type ReadStore, StaleCheckpoint } from '@tributary/read-store';
import {
  type SkuStock,
  concernsStock,
  evolveSkuStock,
  skuStocks,
} from '../projections/stock-replica/stock-replica.ts';
import type { KnownStock } from './known-stock.ts';
import { ReachedPlaces } from './reached-places.ts';

/** Most SKUs changed in memory before they are written. */
const writeAfter = 500;
/** And how long a change may wait to be written, in milliseconds. */
const writeWithin = 1_000;

/**
 * Sourcing's own copy of stock levels, a fold of inventory's facts. Decisions read it in memory; it
 * is stored now and then with its checkpoint, and folded on from there after a restart.
 */
export class StockReplica implements KnownStock {
  readonly collections = [skuStocks];
  private readonly stocks = new Map<string, SkuStock>();
  private readonly dirty = new Set<string>();
  private readonly reached = new ReachedPlaces();
  /** Partition → the place that is stored, as far as is known here. */
  private stored = new Map<string, number>();
  private writtenAt = 0;

  constructor(
    private readonly store: ReadStore,
    private readonly group: string,
    private readonly topic: string,
    /** Where inventory's log ends now, if an order's place on the bus does not tell what of stock came before it. */
    private readonly head?: () => Promise<Place>,
  ) {}

  async start(bus: Pick<EventBus, 'subscribe'>): Promise<void> {
    const { emptied } = await this.store.declare([skuStocks], this.group);
    if (emptied.length > 0) await this.store.reset(this.group, [skuStocks]);
    await this.load();
    await bus.subscribe(this.subscription());
  }

  /** What a process that was killed had under way may be stored meanwhile: levels and place must be of one moment. */
  private async load(): Promise<void> {
    const stored = async () => Object.entries(await this.store.checkpoints(this.group)).sort();
    let before: Awaited<ReturnType<typeof stored>>;
    let places = await stored();
    do {
      before = places;
      for await (const { id, json } of this.store.scan(skuStocks))
        this.stocks.set(id, JSON.parse(json) as SkuStock);
      places = await stored();
    } while (JSON.stringify(before) !== JSON.stringify(places));
    this.stored = new Map(places);
    for (const [partition, offset] of places) this.reached.reach({ partition, offset });
  }

  of(sku: string): SkuStock | undefined {
    return this.stocks.get(sku);
  }

  async caughtUp(place: Place): Promise<void> {
    if (this.reached.at(place.partition) !== undefined) return this.reached.waitFor(place);
    // An order lies on another partition than stock: all that inventory has recorded by now came before it.
    if (this.head) await this.reached.waitFor(await this.head());
  }

  /** Facts are folded in the order of their partition, those of every ledger in it. */
  knows({ partition, offset }: Place): boolean {
    return (this.reached.at(partition) ?? -1) >= offset;
  }

  /** The one process that folds these levels also serves by them: nobody else knows a newer one. */
  refresh(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    this.reached.release();
    await this.write();
  }

  private subscription(): BatchSubscription {
    return {
      kind: 'batch',
      group: this.group,
      topics: [this.topic],
      checkpoints: () => this.store.checkpoints(this.group),
      handle: async (messages, { partition, offset }, isRedriven) => {
        if (isRedriven) return this.redrive(messages[0]!);
        const done = this.reached.at(partition) ?? 0;
        for (const { event, offset: at } of messages) {
          // A batch that failed to be written comes again, whole or in parts; it is in memory already.
          if (at <= done || !concernsStock(event)) continue;
          const { sku } = event.data as { sku: string };
          this.stocks.set(sku, evolveSkuStock(this.stocks.get(sku), event)!);
          this.dirty.add(sku);
        }
        this.reached.reach({ partition, offset });
        if (this.dirty.size >= writeAfter || Date.now() - this.writtenAt > writeWithin) await this.write();
      },
      onProgress: (through) => this.reached.reach(through),
    };
  }

  /** One that could not be folded before; folded now, it must be stored, or not be known either. */
  private async redrive({ event }: BusMessage): Promise<void> {
    if (!concernsStock(event)) return;
    const { sku } = event.data as { sku: string };
    const before = this.stocks.get(sku);
    this.stocks.set(sku, evolveSkuStock(before, event)!);
    this.dirty.add(sku);
    try {
      await this.write();
    } catch (error) {
      if (before) this.stocks.set(sku, before);
      else this.stocks.delete(sku);
      throw error;
    }
  }

  private async write(): Promise<void> {
    this.writtenAt = Date.now();
    if (this.isBehindStored()) return;
    const skus = [...this.dirty];
    this.dirty.clear();
    const places = this.reached.entries();
    try {
      await this.store.apply(
        skus.map((id) => ({ collection: skuStocks, id, document: this.stocks.get(id) })),
        places.map((place) => ({
          consumer: this.group,
          ...place,
          from: this.stored.get(place.partition) ?? 0,
        })),
      );
      for (const { partition, offset } of places) this.stored.set(partition, offset);
    } catch (error) {
      for (const sku of skus) this.dirty.add(sku);
      if (!(error instanceof StaleCheckpoint)) throw error;
      await this.storedElsewhere();
    }
  }

  /**
   * What a process that was killed had sent, or one that stood still and woke, was stored meanwhile: levels of
   * another moment. All that is known here replaces them with the next write, once that is no step back.
   */
  private async storedElsewhere(): Promise<void> {
    this.stored = new Map(Object.entries(await this.store.checkpoints(this.group)));
    for (const sku of this.stocks.keys()) this.dirty.add(sku);
  }

  private isBehindStored(): boolean {
    return [...this.stored].some(([partition, offset]) => (this.reached.at(partition) ?? 0) < offset);
  }
}
