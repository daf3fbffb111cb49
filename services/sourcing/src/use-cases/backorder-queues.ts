import type { Sku } from '@tributary/contracts';
import { Aggregates, type Cause, type EventStore } from '@tributary/event-store';
import {
  type BackorderFact,
  type BackorderQueue,
  type WaitingOrder,
  evolve,
  inTurn,
  nobodyWaits,
  queuesStream,
  streamOf,
} from '../domain/backorder/queue.ts';

/** Who waits for stock: a queue for each SKU, in a stream of its own. */
export class BackorderQueues {
  private readonly queues: Aggregates<BackorderQueue, BackorderFact>;

  constructor(private readonly store: EventStore) {
    // A fact of an order leads to facts here and in the order's decisions: a scope of its own tells their ids apart.
    this.queues = new Aggregates(
      store,
      'sourcing/backorders',
      { initialState: nobodyWaits, evolve },
      (event) => event as unknown as BackorderFact,
    );
  }

  async waitingFor(sku: Sku): Promise<readonly WaitingOrder[]> {
    return inTurn(sku, (await this.queues.load(streamOf(sku))).state);
  }

  /** Every SKU that anybody ever waited for. */
  async skus(): Promise<readonly Sku[]> {
    const opened = await this.store.readStream(queuesStream);
    return [...new Set(opened.map(({ data }) => (data as { sku: Sku }).sku))];
  }

  /** Facts follow from their cause alone, so that a cause that comes again changes nothing. */
  async record(cause: Cause, facts: readonly BackorderFact[]): Promise<readonly Sku[]> {
    const bySku = Map.groupBy(facts, ({ data }) => data.sku);
    const skus = [...bySku.keys()];
    if (skus.length === 0) return skus;
    await this.queues.executeAll(cause, skus.map(streamOf), (queues) => {
      const opened = skus.filter((_, index) => !queues[index]!.opened);
      return {
        accepted: true,
        changes: [
          ...skus.map((sku) => ({ stream: streamOf(sku), events: bySku.get(sku)! })),
          // Last, so that the ids of the others do not depend on it.
          { stream: queuesStream, events: opened.map(openedFor), unordered: true },
        ],
      };
    });
    return skus;
  }
}

const openedFor = (sku: Sku): BackorderFact => ({ type: 'tributary.backorder.opened.v1', data: { sku } });
