import type { InventoryFact, LocationId, OrderFact, Sku } from '@tributary/contracts';
import type { Place } from '@tributary/event-bus';
import { type Cause, StoreUnavailable } from '@tributary/event-store';
import { leftBy, queuedBy } from '../domain/backorder/queue.ts';
import { raisedBy } from '../domain/backorder/raised.ts';
import type { answerRefusal } from '../domain/sourcing-decision/asked.ts';
import type { BackorderQueues } from './backorder-queues.ts';
import type { Sourcings } from './sourcings.ts';
import type { KnownStock } from './known-stock.ts';
import type { MissingLevels } from './missing-levels.ts';

type Data<T extends OrderFact['type']> = Extract<OrderFact, { type: T }>['data'];
type Refused = Parameters<typeof answerRefusal>[0];
type Leaving = Parameters<typeof leftBy>[0];

interface Round {
  readonly restocked: Set<LocationId>;
  readonly done: Promise<void>;
}

/**
 * Orders that wait for stock: queued, served in turn when there is some, and gone from the queue when they are done.
 *
 * Several processes do this, each with levels of its own, and no order may be left to one that has done its
 * part already. Who serves after a rise has read its level first: it was published before the queue was read.
 * Who records something else by which an order may be served (one joins, leaves, declines or is refused,
 * the network is another) serves by all levels that are published after the record. So if the former did not see the record,
 * it read before it, and its level is among those of the latter.
 */
export class Backorders {
  /** By SKU: the round that runs, and the one that begins after it for all who ask meanwhile. */
  private readonly running = new Map<Sku, Promise<void>>();
  private readonly next = new Map<Sku, Round>();

  constructor(
    private readonly queues: BackorderQueues,
    private readonly sourcings: Sourcings,
    private readonly stock: Pick<KnownStock, 'caughtUp' | 'knows' | 'refresh'>,
    private readonly missing: Pick<MissingLevels, 'isMissing' | 'isKnown'>,
  ) {}

  /**
   * What came in before it waited was seen by nobody's turn: there may be something at once. Told again, it
   * is recorded once and served again: whoever told it first may have ended in between.
   */
  async queue(cause: Cause, order: Data<'tributary.order.backordered.v1'>): Promise<void> {
    const since = (await this.sourcings.placedAt(order.orderId)) || cause.time;
    await this.serveAll(cause, await this.queues.record(cause, queuedBy(order, since)));
  }

  /** Whoever leaves no longer keeps stock from those behind, also what came in meanwhile and was kept for it. */
  async leave(cause: Cause, fact: Leaving): Promise<void> {
    const skus = await this.queues.record(cause, leftBy(fact));
    // After the queue knows: else what was taken up would be asked for again.
    if (fact.type === 'tributary.order.allocated.v1')
      await this.sourcings.settle(cause, fact.data.orderId, fact.data.decisionId, 'taken-up');
    await this.serveAll(cause, skus);
  }

  /** What it declines is no longer being served: nor was it by what came in meanwhile. */
  async declined(
    cause: Cause,
    { orderId, decisionId, release }: Data<'tributary.order.allocation-declined.v1'>,
  ): Promise<void> {
    await this.sourcings.settle(cause, orderId, decisionId, 'declined');
    await this.serveAll(cause, [...new Set(release.map(({ sku }) => sku))]);
  }

  /** While the order was held it had no turn in the queues that it stands in. */
  async released(cause: Cause, released: Data<'tributary.order.hold-released.v1'>): Promise<void> {
    const skus = await this.sourcings.afterRelease(cause, released);
    if (!released.stillHeld) await this.serveAll(cause, skus);
  }

  /**
   * Inventory had less than a decision took. What a decision that served who waits took was being served,
   * so others passed it over in serving what came in meanwhile: this is whose turn it is now. Only it
   * alone: what it would get was kept from those behind it all the while.
   */
  async refused(cause: Cause, { orderId, decisionId, short }: Refused): Promise<void> {
    await this.sourcings.afterRefusal(cause, orderId, decisionId, short);
    const skus = await this.sourcings.servedInVain(orderId, decisionId);
    if (skus.length === 0) return;
    await this.stock.refresh();
    for (const sku of skus) {
      const waiting = (await this.queues.waitingFor(sku)).find((one) => one.orderId === orderId);
      if (waiting) await this.sourcings.serveRefused(cause, sku, decisionId, waiting);
    }
  }

  /**
   * Serves who waits when a fact of a ledger raised what can be sold. It is not done before the levels
   * known here contain the fact: whoever queues later then sees it, whoever queued before is served now.
   * @param place where the fact lies on the topic that the levels are folded from
   * @throws StoreUnavailable while they do not, to be tried again
   */
  async afterRise(cause: Cause, fact: InventoryFact, place: Place): Promise<void> {
    const raised = raisedBy(fact);
    if (!raised) return;
    await this.stock.caughtUp(place);
    if (!this.stock.knows(place, raised)) {
      this.missing.isMissing(raised);
      throw new StoreUnavailable(`Levels of ${raised.sku} are not known up to ${place.offset} yet.`);
    }
    this.missing.isKnown(raised);
    await this.serve(cause, raised.sku, raised.restocked ? [raised.location] : []);
  }

  /** The network is another: what could not serve an order may serve it now, also what came in before. */
  async afterNetworkChange(cause: Cause, location?: LocationId): Promise<void> {
    await this.stock.refresh();
    for (const sku of await this.queues.skus()) await this.serve(cause, sku, location ? [location] : []);
  }

  /** After something was recorded by which orders may be served. */
  private async serveAll(cause: Cause, skus: readonly Sku[]): Promise<void> {
    if (skus.length === 0) return;
    await this.stock.refresh();
    for (const sku of skus) await this.serve(cause, sku, []);
  }

  /** One round at a time for a SKU, so that its units are given out once; all who ask while one runs share the next. */
  private async serve(cause: Cause, sku: Sku, restocked: readonly LocationId[]): Promise<void> {
    if ((await this.queues.waitingFor(sku)).length === 0) return;
    let round = this.next.get(sku);
    if (!round) {
      const locations = new Set<LocationId>();
      const before = this.running.get(sku) ?? Promise.resolve();
      const done = before
        .catch(() => undefined)
        .then(() => {
          this.next.delete(sku);
          this.running.set(sku, done);
          return this.serveInTurn(cause, sku, locations);
        })
        .finally(() => {
          if (this.running.get(sku) === done) this.running.delete(sku);
        });
      round = { restocked: locations, done };
      this.next.set(sku, round);
    }
    for (const location of restocked) round.restocked.add(location);
    await round.done;
  }

  private async serveInTurn(cause: Cause, sku: Sku, restocked: ReadonlySet<LocationId>): Promise<void> {
    const turns = await this.sourcings.turns(sku, restocked);
    for (const waiting of await this.queues.waitingFor(sku)) {
      if (!turns.isAnyLeft()) return;
      await turns.take(cause, waiting);
    }
  }
}
