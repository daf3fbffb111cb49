import type { BatchSubscription, EventBus, Place } from '@tributary/event-bus';
import type { Collection, ReadStore } from '@tributary/read-store';
import {
  type SkuStock,
  concernsStock,
  evolveSkuStock,
  skuStocks,
} from '../projections/stock-replica/stock-replica.ts';

/** Most SKUs changed in memory before they are written. */
const writeAfter = 500;
/** And how long a change may wait to be written, in milliseconds. */
const writeWithin = 1_000;
/** How long a decision waits for the replica to reach the message it decides on, in milliseconds. */
const longestWait = 1_000;

/** What decisions ask of stock. It may be behind: inventory has the last word on every reservation. */
export interface KnownStock {
  readonly collections: readonly Collection[];
  start(bus: Pick<EventBus, 'subscribe' | 'broadcast'>): Promise<void>;
  of(sku: string): SkuStock | undefined;
  /** Resolves when everything before a place of the bus is known here, as far as that can be told, or soon in any case. */
  caughtUp(place: Place): Promise<void>;
  /** Whether everything on the topic of levels up to a place of it is known here. */
  knows(place: Place): boolean;
  close(): Promise<void>;
}

/** What names it to Nest: which one runs is chosen by the wiring. */
export const knownStockToken = Symbol('KnownStock');

/**
 * Sourcing's own copy of stock levels, a fold of inventory's facts. Decisions read it in memory; it
 * is stored now and then with its checkpoint, and folded on from there after a restart.
 */
export class StockReplica implements KnownStock {
  readonly collections = [skuStocks];
  private readonly stocks = new Map<string, SkuStock>();
  private readonly dirty = new Set<string>();
  private readonly reached = new Map<string, number>();
  private waiting: { partition: string; offset: number; resolve: () => void }[] = [];
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
    for (const [partition, offset] of places) this.reached.set(partition, offset);
  }

  of(sku: string): SkuStock | undefined {
    return this.stocks.get(sku);
  }

  async caughtUp(place: Place): Promise<void> {
    if (this.reached.has(place.partition)) return this.waitFor(place);
    // An order lies on another partition than stock: all that inventory has recorded by now came before it.
    if (this.head) await this.waitFor(await this.head());
  }

  private waitFor({ partition, offset }: Place): Promise<void> {
    if ((this.reached.get(partition) ?? 0) >= offset) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longestWait);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push({ partition, offset, resolve: done });
    });
  }

  knows({ partition, offset }: Place): boolean {
    return (this.reached.get(partition) ?? -1) >= offset;
  }

  async close(): Promise<void> {
    for (const { resolve } of this.waiting.splice(0)) resolve();
    await this.write();
  }

  private subscription(): BatchSubscription {
    return {
      kind: 'batch',
      group: this.group,
      topics: [this.topic],
      checkpoints: () => this.store.checkpoints(this.group),
      handle: async (messages, { partition, offset }) => {
        const done = this.reached.get(partition) ?? 0;
        for (const { event, offset: at } of messages) {
          // A batch that failed to be written comes again, whole or in parts; it is in memory already.
          if (at <= done || !concernsStock(event)) continue;
          const { sku } = event.data as { sku: string };
          this.stocks.set(sku, evolveSkuStock(this.stocks.get(sku), event)!);
          this.dirty.add(sku);
        }
        this.reach(partition, offset);
        if (this.dirty.size >= writeAfter || Date.now() - this.writtenAt > writeWithin) await this.write();
      },
      onProgress: ({ partition, offset }) => this.reach(partition, offset),
    };
  }

  private reach(partition: string, offset: number): void {
    this.reached.set(partition, Math.max(offset, this.reached.get(partition) ?? 0));
    if (this.waiting.length === 0) return;
    const still: typeof this.waiting = [];
    for (const one of this.waiting) {
      if (one.partition === partition && one.offset <= offset) one.resolve();
      else still.push(one);
    }
    this.waiting = still;
  }

  private async write(): Promise<void> {
    this.writtenAt = Date.now();
    const skus = [...this.dirty];
    this.dirty.clear();
    const checkpoints = [...this.reached].map(([partition, offset]) => ({
      consumer: this.group,
      partition,
      offset,
    }));
    try {
      await this.store.apply(
        skus.map((id) => ({ collection: skuStocks, id, document: this.stocks.get(id) })),
        checkpoints,
      );
    } catch (error) {
      for (const sku of skus) this.dirty.add(sku);
      throw error;
    }
  }
}
