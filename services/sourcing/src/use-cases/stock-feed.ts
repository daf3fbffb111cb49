import { type AvailabilityState, stateTopics } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import { type SkuStock, withLevel } from '../projections/stock-replica/stock-replica.ts';
import type { KnownStock } from './stock-replica.ts';

/**
 * Stock levels as inventory publishes them, in the memory of each replica: read from the beginning of
 * a compacted topic at every start, so that replicas share nothing.
 */
export class StockFeed implements KnownStock {
  readonly collections = [];
  private readonly stocks = new Map<string, SkuStock>();

  async start(bus: Pick<EventBus, 'broadcast'>): Promise<void> {
    await bus.broadcast({
      topics: [stateTopics.availability],
      from: 'beginning',
      handle: (messages) => {
        for (const { event } of messages) this.take(event.data as AvailabilityState | null);
        return Promise.resolve();
      },
    });
  }

  of(sku: string): SkuStock | undefined {
    return this.stocks.get(sku);
  }

  /** Levels come on a topic of their own: there is no place that they could be compared with. */
  caughtUp(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private take(state: AvailabilityState | null): void {
    if (state) this.stocks.set(state.sku, withLevel(this.stocks.get(state.sku), state));
  }
}
