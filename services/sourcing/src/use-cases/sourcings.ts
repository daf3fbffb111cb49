import type { LocationId, Method, OrderId, OrderPlaced, SourcingDecided } from '@tributary/contracts';
import {
  Aggregates,
  type Cause,
  type Decision,
  type EventStore,
  type Executed,
  type RecordedEvent,
  type Refusal,
  accept,
} from '@tributary/event-store';
import {
  type Known,
  answerRefusal,
  type GoodsMissing,
  sourceAfterLoss,
  sourceAfterShortPick,
  sourceFirst,
} from '../domain/sourcing-decision/asked.ts';
import {
  type Short,
  type Sourcing,
  type SourcingEvent,
  evolve,
  notSourced,
  streamOf,
} from '../domain/sourcing-decision/sourcing.ts';
import { sellableAt } from '../projections/stock-replica/stock-replica.ts';
import type { Networks } from './networks.ts';
import type { KnownStock } from './stock-replica.ts';

/** Every order's sourcing decisions: the first, and those after a refusal, a lost reservation or a short pick. */
export class Sourcings {
  private readonly sourcings: Aggregates<Sourcing, SourcingEvent>;

  constructor(
    private readonly store: EventStore,
    private readonly networks: Networks,
    private readonly stock: Pick<KnownStock, 'of'>,
  ) {
    this.sourcings = new Aggregates(
      store,
      'sourcing',
      { initialState: notSourced, evolve },
      (event) => event as unknown as SourcingEvent,
    );
  }

  async first(cause: Cause, order: OrderPlaced): Promise<void> {
    await this.decide(cause, order.orderId, (sourcing, known) =>
      accept(...sourceFirst(order, cause.metadata.imported === true, sourcing, known)),
    );
  }

  /** @returns refused when the decision was never taken: there is nothing to source again */
  afterRefusal(
    cause: Cause,
    orderId: OrderId,
    decisionId: string,
    short: readonly Short[],
  ): Promise<Executed<SourcingEvent, Refusal>> {
    return this.decide<Refusal>(cause, orderId, (sourcing, known) =>
      answerRefusal({ orderId, decisionId, short }, sourcing, known),
    );
  }

  async afterLoss(cause: Cause, lost: GoodsMissing): Promise<void> {
    await this.decide(cause, lost.orderId, (sourcing, known) =>
      accept(...sourceAfterLoss(lost, sourcing, known)),
    );
  }

  async afterShortPick(cause: Cause, short: GoodsMissing & { readonly method: Method }): Promise<void> {
    await this.decide(cause, short.orderId, (sourcing, known) =>
      accept(...sourceAfterShortPick(short, sourcing, known)),
    );
  }

  async decisionsOf(orderId: string): Promise<readonly RecordedEvent<string, SourcingDecided>[]> {
    return (await this.store.readStream(streamOf(orderId))) as readonly RecordedEvent<
      string,
      SourcingDecided
    >[];
  }

  /** A decision happens when it is taken, however long ago what it answers happened. */
  private async decide<R extends Refusal = never>(
    cause: Cause,
    orderId: OrderId,
    rule: (sourcing: Sourcing, known: Known) => Decision<SourcingEvent, R>,
  ): Promise<Executed<SourcingEvent, R>> {
    const network = await this.networks.current();
    const levels = (sku: string, location: LocationId) => sellableAt(this.stock.of(sku), location);
    return this.sourcings.execute<R>({ ...cause, time: cause.recordedTime }, streamOf(orderId), (sourcing) =>
      rule(sourcing, { network, levels }),
    );
  }
}
