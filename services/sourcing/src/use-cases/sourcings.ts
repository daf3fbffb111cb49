import type {
  LocationId,
  Method,
  OrderId,
  OrderPlaced,
  Sku,
  SourcingDecided,
  SourcingInquiry,
  SourcingOutlook,
} from '@tributary/contracts';
import {
  Aggregates,
  type Cause,
  type Decision,
  type EventStore,
  type Executed,
  type RecordedEvent,
  type Refusal,
  accept,
  consequenceId,
} from '@tributary/event-store';
import {
  type Known,
  answerRefusal,
  type GoodsMissing,
  type HoldReleased,
  type OrderChanged,
  sourceChanged,
  pause,
  resume,
  sourceAfterLoss,
  sourceAfterShortPick,
  sourcePickupAnew,
  type PickupDecided,
  serveRefused,
  settle,
  sourceFirst,
  sourceWaiting,
} from '../domain/sourcing-decision/asked.ts';
import {
  type Short,
  type Sourcing,
  type SourcingEvent,
  decisionIdOf,
  evolve,
  notSourced,
  streamOf,
} from '../domain/sourcing-decision/sourcing.ts';
import { type WaitingOrder, isBefore } from '../domain/backorder/queue.ts';
import { type Units, isAnyLeft, leftBehind, levelsOf, unitsOf } from '../domain/backorder/turns.ts';
import type { Network } from '../domain/network/network.ts';
import type { Placed } from '../domain/network/postal-areas.ts';
import { notAnOrder, outlook } from '../domain/sourcing-decision/outlook.ts';
import { type StockLevels, withUnits } from '../domain/sourcing-decision/candidates.ts';
import { sellableOf } from '../projections/stock-replica/stock-replica.ts';
import type { BackorderQueues } from './backorder-queues.ts';
import type { Networks } from './networks.ts';
import type { KnownStock } from './known-stock.ts';

/** Every order's sourcing decisions: the first, those after a refusal, a lost reservation or a short pick, and those for what waits. */
export class Sourcings {
  private readonly sourcings: Aggregates<Sourcing, SourcingEvent>;

  constructor(
    private readonly store: EventStore,
    private readonly networks: Networks,
    private readonly stock: Pick<KnownStock, 'of'>,
    private readonly queues: Pick<BackorderQueues, 'waitingFor'>,
  ) {
    this.sourcings = new Aggregates(
      store,
      'sourcing',
      { initialState: notSourced, evolve },
      (event) => event as unknown as SourcingEvent,
    );
  }

  async first(cause: Cause, order: OrderPlaced): Promise<void> {
    const placed = { placedAt: cause.time, imported: cause.metadata.imported === true };
    const skus = order.lines.map(({ sku }) => sku);
    const turn = { since: placed.placedAt, skus, to: order.shipTo };
    await this.decide(
      cause,
      order.orderId,
      (sourcing, known) => accept(...sourceFirst(order, placed, sourcing, known)),
      turn,
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

  /** Goods of a refused decision that served who waits; none of any other. */
  async servedInVain(orderId: OrderId, decisionId: string): Promise<readonly Sku[]> {
    const refused = (await this.sourcings.load(streamOf(orderId))).state.refused.get(decisionId);
    return refused?.cause === 'backorder' ? [...new Set(refused.lines.map(({ sku }) => sku))] : [];
  }

  /** What an order waits for of one SKU after a decision for it was refused, asked for again if it can be had. */
  async serveRefused(cause: Cause, sku: Sku, decisionId: string, waiting: WaitingOrder): Promise<void> {
    const { orderId, since, lines } = waiting;
    const { state } = await this.sourcings.load(streamOf(orderId));
    await this.decide(
      ofTurn(cause, sku, orderId, state),
      orderId,
      (sourcing, known) => accept(...serveRefused({ orderId, decisionId }, lines, sourcing, known)),
      { since, skus: [sku], to: state.request?.shipTo },
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

  async afterPickupDecision(cause: Cause, fact: PickupDecided): Promise<void> {
    const { orderId, shipTo } = fact.data;
    const turn = await this.turnOf(orderId);
    await this.decide(
      cause,
      orderId,
      (sourcing, known) => accept(...sourcePickupAnew(fact, sourcing, known)),
      { ...turn, to: shipTo ?? turn.to },
    );
  }

  /** The order was changed. */
  async afterChange(cause: Cause, changed: OrderChanged): Promise<void> {
    const { skus, since, to } = await this.turnOf(changed.orderId);
    const turn = {
      since,
      skus: [...skus, ...changed.lines.map(({ sku }) => sku)],
      to: changed.shipTo ?? to,
    };
    await this.decide(
      cause,
      changed.orderId,
      (sourcing, known) => accept(...sourceChanged(changed, sourcing, known)),
      turn,
    );
  }

  /** The order is held: it is not sourced until it is released. */
  async pause(cause: Cause, orderId: OrderId): Promise<void> {
    await this.execute(cause, orderId, (sourcing) => accept(...pause(orderId, sourcing)));
  }

  /** A hold of the order ended. @returns what it was ever asked for: some of it may wait for stock */
  async afterRelease(cause: Cause, released: HoldReleased): Promise<readonly Sku[]> {
    await this.decide(cause, released.orderId, (sourcing, known) =>
      accept(...resume(released, sourcing, known)),
    );
    return [...new Set((await this.turnOf(released.orderId)).skus)];
  }

  /** What became of a decision to serve lines that waited. */
  async settle(
    cause: Cause,
    orderId: OrderId,
    decisionId: string,
    outcome: 'taken-up' | 'declined',
  ): Promise<void> {
    await this.execute(cause, orderId, (sourcing) =>
      accept(...settle(orderId, decisionId, outcome, sourcing)),
    );
  }

  /** When the order was placed, as far as it is known here; empty for one that was never sourced. */
  async placedAt(orderId: OrderId): Promise<string> {
    return (await this.sourcings.load(streamOf(orderId))).state.placedAt;
  }

  /** A round of those who wait for a SKU: each is asked in turn and finds what the ones before it left. */
  async turns(sku: Sku, restocked: ReadonlySet<LocationId>) {
    const network = await this.networks.current();
    let units = unitsOf(sku, network, this.levelsNow([sku]));
    return {
      isAnyLeft: () => isAnyLeft(units),
      take: async (cause: Cause, waiting: WaitingOrder): Promise<void> => {
        const { orderId, lines } = waiting;
        const levels = levelsOf(units);
        const { state } = await this.sourcings.load(streamOf(orderId));
        const reached = await this.networks.reaching(network, [state.request?.shipTo]);
        units = leftBehind(waiting, restocked, state, reached, units);
        await this.execute(ofTurn(cause, sku, orderId, state), orderId, (sourcing) =>
          accept(...sourceWaiting(orderId, lines, restocked, sourcing, { network: reached, levels })),
        );
      },
    };
  }

  /**
   * Where goods would come from if they were asked for now, beside what those would get who have waited longer.
   * Nothing is recorded, and nothing reserved.
   * @param now UTC ISO 8601: whoever asks for no order that is known here comes after all who wait
   */
  async outlook(inquiry: SourcingInquiry, now: string): Promise<SourcingOutlook> {
    const { orderId = notAnOrder, lines } = inquiry;
    const { state } = await this.sourcings.load(streamOf(orderId));
    const turn = { since: state.placedAt || now, skus: lines.map(({ sku }) => sku), to: inquiry.shipTo };
    const network = await this.networks.current(turn.to);
    return outlook(inquiry, state, { network, levels: await this.levelsFor(orderId, turn, network) });
  }

  async decisionsOf(orderId: string): Promise<readonly RecordedEvent<string, SourcingDecided>[]> {
    const events = await this.store.readStream(streamOf(orderId));
    return events.filter(({ type }) => type === 'tributary.sourcing.decided.v1') as readonly RecordedEvent<
      string,
      SourcingDecided
    >[];
  }

  private async decide<R extends Refusal = never>(
    cause: Cause,
    orderId: OrderId,
    rule: (sourcing: Sourcing, known: Known) => Decision<SourcingEvent, R>,
    placed?: Turn,
  ): Promise<Executed<SourcingEvent, R>> {
    const turn = placed ?? (await this.turnOf(orderId));
    const network = await this.networks.current(turn.to);
    const levels = await this.levelsFor(orderId, turn, network);
    return this.execute<R>(cause, orderId, (sourcing) => rule(sourcing, { network, levels }));
  }

  /** A decision happens when it is taken, however long ago what it answers happened. */
  private execute<R extends Refusal = never>(
    cause: Cause,
    orderId: OrderId,
    decide: (sourcing: Sourcing) => Decision<SourcingEvent, R>,
  ): Promise<Executed<SourcingEvent, R>> {
    return this.sourcings.execute<R>({ ...cause, time: cause.recordedTime }, streamOf(orderId), decide);
  }

  private async turnOf(orderId: OrderId): Promise<Turn> {
    const { request, placedAt } = (await this.sourcings.load(streamOf(orderId))).state;
    return { since: placedAt, skus: request?.lines.map(({ sku }) => sku) ?? [], to: request?.shipTo };
  }

  /** What an order may take: what can be sold, without what those would get who have waited for it longer. */
  private async levelsFor(orderId: OrderId, { since, skus }: Turn, network: Network): Promise<StockLevels> {
    const levels = this.levelsNow(skus);
    const left = new Map<Sku, Units['at']>();
    for (const sku of new Set(skus)) {
      const queue = await this.queues.waitingFor(sku);
      if (queue.length === 0) continue;
      let units = unitsOf(sku, network, levels);
      for (const waiting of queue) {
        if (!isBefore(waiting, { orderId, since }) || !isAnyLeft(units)) break;
        const { state } = await this.sourcings.load(streamOf(waiting.orderId));
        const reached = await this.networks.reaching(network, [state.request?.shipTo]);
        units = leftBehind(waiting, new Set(), state, reached, units);
      }
      left.set(sku, units.at);
    }
    return withUnits(levels, left);
  }

  /** Levels as they are known at this moment, whatever comes while a decision is prepared. */
  private levelsNow(skus: readonly Sku[]): StockLevels {
    const known = new Map<string, Units['at']>(skus.map((sku) => [sku, sellableOf(this.stock.of(sku))]));
    return (sku) => known.get(sku) ?? sellableOf(undefined);
  }
}

/**
 * Several decisions follow from one cause, one for each order, and for an order again when the cause is
 * told again and more can be served by then: each has an id of its own. What is being served already
 * is known from the order's decisions, not by the id.
 */
const ofTurn = (cause: Cause, sku: Sku, orderId: OrderId, { attempt }: Sourcing): Cause => ({
  ...cause,
  id: consequenceId(
    cause.id,
    cause.recordedTime,
    `backorder\n${sku}\n${decisionIdOf(orderId, attempt + 1)}`,
    0,
  ),
});

/** Which goods an order asks for, since when it was promised them, and where they are sent. */
interface Turn {
  readonly since: string;
  readonly skus: readonly Sku[];
  readonly to?: Placed | undefined;
}
